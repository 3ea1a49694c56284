"""Sentences for the constructions of the attribution grammar, written beside its rules. Everybody is fictional.

Same form as `blind_attributions`; these are not blind: each shows a rule, or the hard negative beside it.
"""

WRITTEN = (
    # a hearer before a verb at the end of its clause, and a colon
    ("nl", "claimed", "Ze vertelde dat <source>haar zus</source> haar <cue>waarschuwde</cue>: <content>de sloten waren al vervangen</content>."),
    ("nl", "-", "Haar waarschuwing kwam te laat."),
    # a phrase with a gap, and a clause that says who states what stands around it
    ("nl", "claimed", "<content>De bakkerij sluit in mei</content>, als we <source>de wijkraad</source> mogen <cue>geloven</cue>."),
    ("nl", "claimed", "<content>De sluis is onveilig</content>, zoals <source>de duikers</source> al jaren <cue>beweren</cue>."),
    ("nl", "-", "De sluis is zo veilig als een brug maar zijn kan."),
    ("en", "claimed", "If <source>the ferrymen</source> are to be <cue>believed</cue>, <content>the river has never been lower</content>."),
    ("en", "claimed", "<content>The orchard was sold twice</content>, as <source>the notary</source> <cue>put</cue> it."),
    # a possessive inside the phrase
    ("nl", "claimed", "<content>De boete is</content> <cue>in <source>haar</source> ogen</cue> <content>een schande</content>."),
    ("en", "claimed", "In <source>the vet's</source> <cue>view</cue>, <content>the zoo has too few keepers</content>."),
    # a place of print on either side, and one that a relative clause follows
    ("nl", "claimed", "<content>De dijk was al in maart gescheurd</content>, <cue>staat</cue> in <source>een nota van het waterschap</source>."),
    ("nl", "claimed", "In <source>een brief</source> die op tafel lag, <cue>staat</cue> zwart op wit: ‘<content>Wij betalen alles terug</content>.’"),
    ("nl", "claimed", "Uit <source>metingen van de universiteit</source> <cue>bleek</cue> vorige maand dat <content>de bodem schoon is</content>."),
    ("nl", "-", "De fiets staat in de schuur en de hond ligt ervoor."),
    # nouns that announce: an owner, a supporting verb, a copula, a colon, behind the content
    ("nl", "hedged", "<source>De vakbond</source> uitte de <cue>vrees</cue> dat <content>de werf dichtgaat</content>."),
    ("nl", "claimed", "De <cue>boodschap</cue> van <source>de trainer</source> is dat <content>niemand zeker is van zijn plaats</content>."),
    ("nl", "claimed", "‘<content>Dit wordt een lange winter</content>’, is <source>zijn</source> <cue>conclusie</cue>."),
    ("nl", "-", "In een bericht dat gisteren verscheen, ontbrak de prijs."),
    ("en", "denied", "<source>The dancer's</source> <cue>denial</cue> that <content>she had left early</content> did little to help."),
    ("en", "claimed", "<source>Her</source> <cue>advice</cue> to gardeners: <content>plant the hedge before you build the wall</content>."),
    ("en", "-", "He filed an insurance claim that took two winters to settle."),
    # a denial of a claim that nobody owns is one denial of what it says
    ("nl", "denied", "<source>De rederij</source> <cue>wijst</cue> het verwijt dat <content>ze te laat uitvoer</content> van de hand."),
    ("en", "denied", "<source>Cabin crew</source> <cue>waved away</cue> the rumour that <content>the pilot had been asleep</content>."),
    # a definite noun, a pronoun or a place word that points back
    ("nl", "denied", "<content>De koe was ziek</content>, zegt de veearts. <source>De boer</source> <cue>ontkent</cue> die beschuldiging."),
    ("nl", "denied", "<content>De koe was ziek</content>, zegt de veearts. <source>De boer</source> <cue>gaat</cue> daar niet in mee."),
    ("en", "claimed", "<content>The well is poisoned</content>. That, at least, is what <source>the villagers</source> <cue>claim</cue>."),
    ("en", "confirmed", "<content>Two keepers will leave</content>. <source>The zoo</source> has <cue>confirmed</cue> as much."),
    # a fronted object: a name behind the verb, none in front
    ("nl", "denied", "<content>Geknoei met de meter</content> <cue>wees</cue> <source>directeur Ans Wielinga</source> van de hand."),
    ("nl", "denied", "<content>De geruchten over een verkoop</content> <cue>deed</cue> <source>ze</source> af als onzin."),
    ("nl", "denied", "<source>Een woordvoerder van de club</source> <cue>ontkende</cue> dat <content>Belgische fans de poort hadden opgeblazen</content>."),
    ("nl", "claimed", "Ze toonde een foto waarop <cue>volgens</cue> <source>haar</source> <content>een gestolen wagen staat</content>."),
    # what goes on behind a colon
    ("nl", "claimed", "De koper is te laat, zegt de makelaar. <source>Zijn advocaat</source> <cue>bestrijdt</cue> dat: <content>het geld stond er al in juni</content>."),
    # who does not believe
    ("nl", "questioned", "<source>De buurvrouw</source> <cue>gelooft</cue> niet dat <content>de kat is weggelopen</content>."),
    ("nl", "hedged", "<source>De rechter</source> <cue>sluit</cue> niet uit dat <content>er een vergissing is gemaakt</content>."),
    ("nl", "questioned", "<source>De bank</source> wilde niet <cue>bevestigen</cue> dat <content>de kluis leeg was</content>."),
    # hearsay in the perfect
    ("nl", "claimed", "‘<content>We zinken langzaam</content>’, zou <source>de stuurman</source> hebben <cue>doorgegeven</cue> aan de haven."),
    # a subject with relative clauses, or with something told of it
    ("nl", "confirmed", "Wel <cue>bevestigde</cue> <source>een conservator</source>, die anoniem wil blijven, aan de krant dat <content>het schilderij vals is</content>."),
    ("en", "claimed", "<source>The firm</source> that ran a mill where two men died <cue>said</cue> that <content>a belt had snapped</content>."),
    ("en", "claimed", "<source>Three people briefed on the sale</source> <cue>said</cue> that <content>the price had doubled</content>."),
    # passives with a clause behind their agent; a hearer is no speaker
    ("en", "claimed", "It was <cue>argued</cue> by <source>two surveyors</source> that <content>the wall could stand</content>."),
    ("en", "claimed", "<source>The inquest</source> <cue>heard</cue> that <content>the brakes had failed</content>."),
    ("en", "-", "The hall was lit by candles, and the stories were told by children."),
    # a verb of naming behind a quotation
    ("nl", "claimed", "‘<content>Een klucht in drie bedrijven</content>’, <cue>noemde</cue> <source>de pachter</source> de veiling."),
    # questions, nobody, somebody spoken to, and where a noun's clause or a bare source ends
    ("nl", "-", "Ontkent Smit dat de brug lekt?"),
    ("nl", "-", "Heeft de schipper gezegd dat de sluis dicht is?"),
    ("en", "-", "Did the director say that the plant closes?"),
    ("en", "-", "No one denied that the bridge leaks."),
    ("nl", "-", "De trainer sprak tegen de spelers."),
    ("nl", "claimed", "De <cue>bewering</cue> dat <content>de vijver giftig is</content> is onjuist."),
    ("en", "claimed", "The <cue>claim</cue> that <content>the pond is poisoned</content> is false."),
    ("nl", "claimed", "Lezen in bed kan <cue>volgens</cue> <source>artsen</source> <content>de slaap verstoren</content>."),
    # no content in an adjunct, a deed or an object
    ("nl", "-", "Toen hij eindelijk het woord nam, hield hij het een uur vol."),
    ("en", "-", "She laughed, and showed him the wing of the plane."),
    ("en", "-", "Drums answered car horns, and a line of ushers looked on."),
    ("en", "-", "Three goals down at the break, the visitors answered with two in five minutes."),
)
