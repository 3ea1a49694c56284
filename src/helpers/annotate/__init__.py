"""Find what an article says: one phenomenon a module, all of one shape (document and lexicon in, annotations out).

No annotator imports another: each gets the others' results as arguments, in the order that `helpers.pipeline` names.
"""
