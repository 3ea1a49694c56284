"""Texts for the resolution of sources, written before the rules were run on them.

The source of the last claim stands in square brackets, those of earlier claims in round ones behind an asterisk;
names stand in curly brackets. The expectation is the name that the last source comes to; ``-`` is nobody. All people
are fictional. First score, before any rule was mended by them: 31 of 35.
"""

SOURCES: tuple[tuple[str, str, str], ...] = (
    ("nl", "Burgemeester {Hilde Maes} opende de brug. ‘Eindelijk’, zei [ze].", "Hilde Maes"),
    ("nl", "Trainer {Joris Wiel} wisselde vroeg. Volgens [hem] was zijn ploeg moe.", "Joris Wiel"),
    ("nl", "Gouverneur {Ruth Wiel} bezocht het gebied. [De gouverneur] zegt dat het water zakt.", "Ruth Wiel"),
    ("nl", "Het regent, zegt [een visser uit Oostende].", "visser uit Oostende"),
    ("nl", "Een bron bij de bank klaagt, zegt *(een bron bij de bank). [De bron] wil anoniem blijven.", "bron bij de bank"),
    ("nl", "[{Joris Wiel}, adviseur van minister {Ruth Maes}], ontkent.", "Joris Wiel"),
    ("nl", "[Een woordvoerder van minister {Ruth Maes}] ontkent.", "woordvoerder van minister Ruth Maes"),
    ("nl", "[Minister van Financiën {Ruth Maes} ({Vooruit})] ontkent.", "Ruth Maes"),
    ("nl", "[{Joris Wiel} en {Ruth Maes}] spreken van bedrog.", "Joris Wiel and Ruth Maes"),
    ("nl", "De actiegroep {Schone Lucht} hield een betoging. [Ze] eisen een verbod.", "Schone Lucht"),
    ("nl", "{Joris Wiel} belde {Ruth Maes}. ‘Ik kom niet’, zei [zij].", "Ruth Maes"),
    ("nl", "Haar buurman was thuis. ‘Alles beefde’, vertelt [hij].", "Haar buurman"),
    ("nl", "De netbeheerder {Stroomnet} zwijgt, zei *({Stroomnet}). Het duurt volgens [de netbeheerder] nog een week.", "Stroomnet"),
    ("nl", "Premier {Joris Wiel} sprak. Later gaf [de premier] toe dat hij fout was.", "Joris Wiel"),
    ("nl", "De Franse premier {Joris Wiel} sprak met de pers. [De Maltese premier] was het oneens.", "Maltese premier"),
    ("nl", "Burgemeester {Joris Wiel} van Pelt zweeg. [De burgemeester van Lommel] sprak van pech.", "burgemeester van Lommel"),
    ("nl", "{Ruth Maes}, voorzitster van de vakbond, was boos. [De voorzitster] eist overleg.", "Ruth Maes"),
    ("nl", "Volgens [{Ruth Maes}, de weduwe van {Joris Wiel}], klopt het niet.", "Ruth Maes"),
    ("nl", "[Twee ooggetuigen] zagen hem.", "Twee ooggetuigen"),
    ("nl", "[Dat] was al verklaard.", "-"),
    ("nl", "Directeur {Joris Wiel} vertrok boos. [Die] verwijt de raad laksheid.", "Joris Wiel"),
    ("nl", "Onderzoekster {Ruth Maes} meet het al jaren, zegt *({Ruth Maes}). Minister {Joris Wiel} kent het rapport. Volgens [haar] is het erg.", "Ruth Maes"),
    ("nl", "De krant {De Noordkust} sprak met haar, schrijft *({De Noordkust}). [De krant] heeft documenten gezien.", "De Noordkust"),
    ("en", "Mayor {Ruth Wheel} opened the bridge. “At last,” [she] said.", "Ruth Wheel"),
    ("en", "The coach, {Joris Wheel}, was angry. [He] blamed the weather.", "Joris Wheel"),
    ("en", "[{Northwind} spokesman {Joris Wheel}] denied it.", "Joris Wheel"),
    ("en", "[A spokesman for {Northwind}] denied it.", "spokesman for Northwind"),
    ("en", "Its director, {Ruth Wheel}, resigned. [The director] said she was tired.", "Ruth Wheel"),
    ("en", "[{Joris Wheel} and {Ruth Maes}] called it fraud.", "Joris Wheel and Ruth Maes"),
    ("en", "A nurse at the clinic spoke, said *(a nurse at the clinic). [The nurse] asked not to be named.", "nurse at the clinic"),
    ("en", "Reporters met {Joris Wheel}, [who] called it a lie.", "Joris Wheel"),
    ("en", "Rescuers worked all night, said *(rescuers). [They] feared the worst.", "rescuers"),
    ("en", "[Ukrainian officials] declined.", "Ukrainian officials"),
    ("en", "[Two officials in Lisbon] declined.", "Two officials in Lisbon"),
    ("en", "Senator {Ruth Wheel} voted no. {Joris Maes} voted yes. According to [her], the law is bad.", "Ruth Wheel"),
)
