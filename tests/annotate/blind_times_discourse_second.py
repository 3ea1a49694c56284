"""A second set of passages for the day and the clock that a text is at, written after the rules and scored once."""

BLIND = (
    # published on Tuesday 5 March 2024
    ("nl", "2024-03-05", "In de haven is [maandagavond|2024-03-04] een kraan omgevallen. Rond [elf uur|2024-03-04T23:00:00] kwam de eerste ploeg. [Twee uur later|2024-03-05T01:00:00] was de kade vrij."),
    ("nl", "2024-03-05", "Het college vergaderde [maandag|2024-03-04] over de sluis. De raad had die [vorige week|2024-02-26/2024-03-03] afgekeurd. Om [17.45 uur|2024-03-04T17:45:00] lag er een nieuw plan."),
    ("nl", "2024-03-05", "De bus reed [zaterdag|2024-03-02] van de weg. Twee inzittenden, die [vrijdag|2024-03-01] nog op het feest waren, stierven. Tegen [de middag|2024-03-02] was de rijbaan weer open."),
    ("nl", "2024-03-05", "[Zondagochtend om tien uur|2024-03-03T10:00:00] begon de mars. Tegen [twee uur|2024-03-03T14:00:00] stonden er tienduizend mensen op het plein."),
    ("nl", "2024-03-05", "Om [half twee|2024-03-05] begint de zitting. [Donderdag|*] volgt het vonnis."),
    ("nl", "2024-03-05", "[Zes maanden na de aardbeving|] wonen gezinnen nog in tenten. [De dag na de beving|] was er al hulp beloofd."),
    ("nl", "2024-03-05", "Op [12 februari|2024-02-12] stopte de pont. [De volgende dag|2024-02-13] voer hij weer. [Die maandag|2024-02-12] stonden er lange rijen."),
    ("nl", "2024-03-05", "De fabriek sloot op [1 februari|2024-02-01].\n\n[’s Ochtends|2024-02-01] hadden de arbeiders nog vergaderd. Om [12.30 uur|2024-02-01T12:30:00] gingen de poorten dicht."),
    ("nl", "2024-03-05", "De staking van [vrijdag|2024-03-01] gaat niet door. Dat maakte de bond om [11.00 uur|2024-03-05T11:00:00] bekend."),
    ("nl", "2024-03-05", "Op [4|2024-02-04], [11|2024-02-11] en [18 februari|2024-02-18] is er markt geweest. In [juni|2023-06] en [juli 2023|2023-07] niet."),
    ("nl", "2024-03-05", "Het schip liep om [23.15 uur|2024-03-05T23:15:00] vast. Om [kwart voor drie|2024-03-06T02:45:00] kwam het los."),
    ("nl", "2024-03-05", "Hij reisde [maandag|2024-03-04] naar Genève, waar [vorige maand|2024-02] al werd gepraat. [’s Avonds|2024-03-04] at hij met de delegatie."),
    ("en", "2024-03-05", "A crane fell in the harbour on [Monday evening|2024-03-04]. Around [eleven o'clock|2024-03-04T23:00:00] crews arrived. [Two hours later|2024-03-05T01:00:00] the quay was clear."),
    ("en", "2024-03-05", "The bus left the road on [Saturday|2024-03-02]. Two people who had been at a party on [Friday|2024-03-01] died. By [2:15 p.m.|2024-03-02T14:15:00] the lane was open."),
    ("en", "2024-03-05", "[Six months after the earthquake|] families live in tents. On [the second day of the search|] a boy was found."),
    ("en", "2024-03-05", "On [February 12|2024-02-12] the ferry stopped. [The next day|2024-02-13] it sailed. On [that Monday|2024-02-12] there had been queues."),
    ("en", "2024-03-05", "The march began at [10 a.m.|2024-03-05T10:00:00]. By [two o'clock|2024-03-05T14:00:00] the square was full. The curfew starts at [nine o'clock|2024-03-05T21:00:00]."),
    ("en", "2024-03-05", "The ship ran aground at [11:15 p.m.|2024-03-05T23:15:00]. At [a quarter to three|2024-03-06T02:45:00] it was free."),
)
