"""The only readers of what was made by hand: seeds, lexicons, gazetteer, actors, codebook, paths."""
