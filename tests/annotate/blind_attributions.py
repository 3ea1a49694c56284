"""Sentences for attributions, written before any rule was run on them.

Language, status, text with the content, the cue and the source marked up; a status of ``-`` says that the text holds
no attribution. Everybody in them is fictional.
"""

BLIND = (
    # cue and clause
    ("nl", "claimed", "<source>De minister</source> <cue>zegt</cue> dat <content>de brug dicht blijft</content>."),
    ("nl", "claimed", "Dinsdag <cue>verklaarde</cue> <source>de trainer</source> dat <content>zijn ploeg te moe was</content>."),
    ("nl", "claimed", "<source>Topvrouw Lies Maes van de bank</source> <cue>benadrukte</cue> gisteren dat <content>niemand zijn baan verliest</content>, maar de vakbond blijft waakzaam."),
    ("nl", "claimed", "Toen het regende, <cue>liet</cue> <source>de organisatie</source> weten dat <content>het festival niet doorgaat</content>."),
    ("nl", "claimed", "<source>Boeren uit de streek</source> <cue>klagen</cue> dat <content>de prijs van melk te laag is</content> en blokkeren de snelweg."),
    ("nl", "hedged", "<source>Economen</source> <cue>vermoeden</cue> dat <content>de rente in het voorjaar opnieuw stijgt</content>."),
    ("nl", "hedged", "<source>De brandweer</source> <cue>sluit</cue> niet uit dat <content>het vuur werd aangestoken</content>."),
    ("nl", "questioned", "<source>De oppositie</source> <cue>betwijfelt</cue> of <content>het plan betaalbaar is</content>."),
    ("nl", "confirmed", "<source>De politie</source> <cue>bevestigt</cue> dat <content>er twee mensen zijn opgepakt</content>."),
    ("en", "claimed", "<source>The coach</source> <cue>said</cue> on Friday that <content>two players had missed the bus</content>."),
    ("en", "claimed", "<source>Union leaders</source> <cue>argue</cue> <content>the closure breaks a promise made in spring</content>."),
    ("en", "claimed", "<source>Finance minister Carla Ruiz</source> <cue>told</cue> parliament that <content>taxes would not rise</content>, but analysts were sceptical."),
    ("en", "hedged", "<source>Investigators</source> <cue>suspect</cue> that <content>the fire began in the kitchen</content>."),
    # content first
    ("nl", "claimed", "<content>De fabriek sluit in maart de deuren</content>, <cue>meldt</cue> <source>de krant De Morgenster</source>."),
    ("nl", "claimed", "<content>Er is genoeg drinkwater voor iedereen</content>, zo <cue>verzekert</cue> <source>de provincie</source>."),
    ("nl", "claimed", "“<content>We hebben de wedstrijd zelf weggegeven</content>”, <cue>zuchtte</cue> <source>aanvoerder Piet Lambers</source> na afloop."),
    ("nl", "claimed", "‘<content>Dit is een zwarte dag voor de haven</content>,’ <cue>aldus</cue> <source>havenmeester Rik Stevens</source>."),
    ("nl", "claimed", "„<content>De rivier stijgt nog altijd</content>”, <cue>waarschuwt</cue> <source>een woordvoerder van het waterschap</source>."),
    ("en", "claimed", "“<content>Nobody warned us about the smoke</content>,” <cue>said</cue> <source>Maria Gomez, a teacher</source>."),
    ("en", "claimed", "<content>The bridge will reopen next week</content>, <source>the mayor</source> <cue>announced</cue>."),
    ("en", "claimed", "“<content>It was over in a minute</content>,” <source>she</source> <cue>recalled</cue>."),
    # quote after the cue
    ("nl", "claimed", "<source>Burgemeester Jo Claes</source> <cue>reageert</cue>: “<content>Wij wisten van niets en willen uitleg</content>.”"),
    ("nl", "claimed", "<source>De scheidsrechter</source> <cue>riep</cue>: ‘<content>Iedereen van het veld</content>!’"),
    ("en", "claimed", "<source>The judge</source> <cue>asked</cue>: “<content>Where were you that night</content>?”"),
    # volgens, aldus, according to
    ("nl", "claimed", "<cue>Volgens</cue> <source>de vakbond</source> <content>verdienen de chauffeurs te weinig</content>."),
    ("nl", "claimed", "<content>De aardbeving had een kracht van 6,1</content>, <cue>volgens</cue> <source>het instituut voor seismologie</source>."),
    ("nl", "claimed", "Het nieuwe stadion <content>zal</content> <cue>volgens</cue> <source>de club</source> <content>in de zomer van volgend jaar klaar zijn</content>."),
    ("nl", "claimed", "<source>De zanger</source> <content>is</content> <cue>naar eigen zeggen</cue> <content>al tien jaar gestopt met drinken</content>."),
    ("en", "claimed", "<cue>According to</cue> <source>the coast guard</source>, <content>eleven sailors were rescued</content>."),
    ("en", "claimed", "<content>Unemployment fell in every region</content>, <cue>according to</cue> <source>the statistics office</source>."),
    ("nl", "-", "Volgens de wet moet een fietser licht voeren."),
    ("nl", "-", "Alles verliep volgens plan."),
    ("en", "-", "The launch went according to plan."),
    # luidt het, klinkt het
    ("nl", "claimed", "‘<content>Er komt geen tweede kans</content>’, <cue>klinkt</cue> het bij <source>het bestuur</source>."),
    ("nl", "claimed", "<content>De daders zijn nog niet gevonden</content>, <cue>luidt</cue> het."),
    # noun cues
    ("nl", "claimed", "<cue>De bewering</cue> van <source>de directeur</source> dat <content>de kas leeg is</content>, leidde tot onrust."),
    ("en", "claimed", "<cue>The claim</cue> by <source>the owner</source> that <content>the roof was safe</content> angered residents."),
    # passive
    ("nl", "claimed", "<content>De aanslag op de trein</content> werd <cue>opgeëist</cue> door <source>een onbekende beweging</source>."),
    ("nl", "denied", "<content>De fraude</content> wordt door <source>de boekhouder</source> <cue>ontkend</cue>."),
    ("nl", "hedged", "Er wordt <cue>gevreesd</cue> dat <content>het dodental nog oploopt</content>."),
    ("en", "denied", "<content>The allegation</content> was <cue>rejected</cue> by <source>the airline</source>."),
    # separable verbs and light frames
    ("nl", "claimed", "<source>De premier</source> <cue>kondigde</cue> <content>nieuwe verkiezingen</content> aan."),
    ("nl", "denied", "<source>De bank</source> <cue>wijst</cue> <content>alle kritiek</content> van de hand."),
    ("nl", "claimed", "<source>De actiegroep</source> <cue>had</cue> het over <content>een schande voor de stad</content>."),
    ("nl", "claimed", "<source>De verzekeraar</source> <cue>spreekt</cue> van <content>een schade van twee miljoen euro</content>."),
    ("nl", "claimed", "<source>De bondscoach</source> <cue>noemde</cue> <content>de nederlaag een wake-upcall</content>."),
    ("nl", "claimed", "<source>Actievoerders</source> <cue>beschuldigen</cue> <content>het bedrijf van het lozen van gif</content>."),
    ("en", "claimed", "<source>The senator</source> <cue>accused</cue> <content>the company of hiding the report</content>."),
    ("en", "claimed", "<source>Critics</source> <cue>described</cue> <content>the budget as a gift to the rich</content>."),
    # denial
    ("nl", "denied", "<source>De wielrenner</source> <cue>ontkent</cue> dat <content>hij verboden middelen nam</content>."),
    ("nl", "denied", "<source>Het ziekenhuis</source> <cue>weerlegt</cue> <content>de beschuldigingen van nalatigheid</content>."),
    ("en", "denied", "<source>The mayor's office</source> <cue>denied</cue> that <content>any money was missing</content>."),
    # two sources, nested
    ("nl", "denied", "De buren zeggen dat de hond de hele nacht blafte, maar <source>de eigenaar</source> <cue>ontkent</cue> dat <content>het dier thuis was</content>."),
    ("en", "claimed", "Police say the driver fell asleep, while <source>his lawyer</source> <cue>insists</cue> that <content>the brakes failed</content>."),
    ("nl", "claimed", "De omroep meldt dat <source>ouders</source> <cue>zeggen</cue> dat <content>de school hen niet inlichtte</content>."),
    # perfect tense, back-pointing, follow-on
    ("nl", "claimed", "<content>De dijk houdt stand</content>. Dat heeft <source>dijkgraaf Bas Wouters</source> donderdag <cue>gezegd</cue>."),
    ("nl", "denied", "<content>De club zou bankroet zijn</content>, schrijft een blog. <source>Voorzitter Els Dijk</source> <cue>spreekt</cue> dat tegen."),
    ("nl", "claimed", "“Wij blijven hier”, zegt bewoner Ad Vos. “<content>Al vallen er bommen uit de lucht</content>.”"),
    ("nl", "claimed", "<source>Advocaat Smits</source>: «<content>Mijn cliënt was die dag niet in het land</content>»\n\nDe zaak begint maandag. De zaal zit vol."),
    # hard negatives
    ("nl", "-", "Dat betekent dat de winkels op zondag dicht blijven."),
    ("nl", "-", "De uitslag zegt iets over de stemming in het land."),
    ("nl", "-", "De verdachte meldde zich vrijdag bij het politiebureau."),
    ("nl", "-", "Er komen ‘slimme’ verkeerslichten in de binnenstad."),
    ("nl", "-", "De wet zou op 1 januari ingaan."),
    ("en", "-", "He said goodbye and left the room."),
    ("en", "-", "The report is due in May and the claim form is online."),
)
