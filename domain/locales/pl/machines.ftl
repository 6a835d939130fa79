# What is told to other programs: feeds, search engines
feed-about = Terminy wolontariatu, w których możesz pomóc. Odświeżają się same.
feed-own-name = Łącznik: moje terminy
feed-own-about = Terminy, na które się zgłosiłaś lub zgłosiłeś. Odświeżają się same.
feed-asked-again = Termin się zmienił, potwierdź, czy Ci pasuje
seo-calendar = Zobacz, gdzie w Płocku potrzebna jest pomoc, kiedy i ilu osób brakuje. Zgłoś się dwoma dotknięciami.
seo-about = Wolontariat Miejskiego Ośrodka Pomocy Społecznej w Płocku: kto pomaga, komu i w czym, od 2005 roku.
seo-join = Jak zostać wolontariuszką lub wolontariuszem w Płocku: pięć kroków, także dla niepełnoletnich.
seo-easyread = Jak pomagać innym: krótkie zdania, proste słowa.
seo-share = Kalendarz wolontariatu w telefonie, na stronie szkoły i w innych programach.
seo-declaration = Jak dostępna jest strona Łącznik i jak zgłosić problem z dostępnością.
seo-map = Mapa osiedli Płocka: gdzie potrzebni są wolontariusze i ile jest wolnych miejsc.
