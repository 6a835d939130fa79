title-sign-in = Zaloguj się
sign-in-lede = Bez hasła: wyślemy Ci kod na e-mail. Jesteś tu pierwszy raz? To też tutaj.
email = Adres e-mail
your-name = Imię i nazwisko
your-name-hint = Potrzebne tylko za pierwszym razem.
send-code = Wyślij kod
sign-in-privacy = Adresu używamy tylko do logowania i wiadomości o Twoich terminach.
title-code = Wpisz kod
code-lede = Jeśli adres jest dobry, za chwilę dostaniesz sześć cyfr. Działają 10 minut.
code = Kod
code-again = Wyślij nowy kod
sign-in-do = Wchodzę
demo-title = Wersja pokazowa
demo-lede = Wszystkie osoby i miejsca są zmyślone. Wejdź jako jedna z nich:
demo-mail = Ten list byłby wysłany
demo-mails-lede = To wiadomości, które program wysłałby naprawdę.
demo-mails-none = Jeszcze żadnych.
years =
    { $count ->
        [one] { $count } rok
        [few] { $count } lata
        [many] { $count } lat
       *[other] { $count } lata
    }
title-mine = Moje terminy
schedule-coming = Przed Tobą
schedule-past = Za Tobą
schedule-earlier = { $count ->
    [one] Jeszcze { $count } wcześniejszy termin
    [few] Jeszcze { $count } wcześniejsze terminy
    [many] Jeszcze { $count } wcześniejszych terminów
   *[other] Jeszcze { $count } wcześniejszego terminu
}
schedule-empty-title = Jeszcze nic tu nie ma
schedule-empty = Znajdź w kalendarzu coś, co Ci pasuje.
profile-about = O Tobie
profile-volunteer = Jak chcesz pomagać
profile-saved = Zapisane.
phone = Telefon
birth-date = Data urodzenia
birth-hint = Od wieku zależy, do czego możesz się zgłosić.
birth-known = Jeśli jest błędna, powiedz koordynatorce.
not-said = nie podaję
occupation = Co robisz na co dzień
languages = Języki
languages-hint = Po przecinku, na przykład: pl, uk.
skills = Co umiesz
skills-hint = Po przecinku, własnymi słowami.
weekly-hours = Najwięcej godzin w tygodniu
weekly-hours-hint = Puste znaczy: tyle, ile pozwalają zasady.
kinds-liked = Co lubisz robić
free-time = Kiedy zwykle masz czas
settings = Ustawienia
language-messages = Język wiadomości
sign-out-title = Wylogowanie
sign-out-everywhere = Wyloguj mnie wszędzie
sessions =
    { $count ->
        [one] Jesteś na { $count } urządzeniu.
        [few] Jesteś na { $count } urządzeniach.
        [many] Jesteś na { $count } urządzeniach.
       *[other] Jesteś na { $count } urządzeniach.
    }
title-about = O programie
about-lede = Od 2005 roku łączymy ludzi, którzy chcą pomagać, z ludźmi, którzy pomocy potrzebują. Jesteśmy łącznikiem.
about-history = Zaczęło się od Klubów Wolontariatu, w których osoby korzystające z pomocy ośrodka pomagały sobie nawzajem – bezpłatnie i z własnej woli.
about-people = Dziś pomagają osoby od 15 do ponad 66 lat: uczniowie, studenci, pracujący, emeryci, szukający pracy. Wspieramy świetlice, domy samopomocy, uczymy dzieci, towarzyszymy starszym i pomagamy partnerom.
about-kinds-title = W czym możesz pomóc
title-join = Jak dołączyć
join-lede = Pięć kroków i możesz pomagać. Zaczynasz od adresu e-mail.
join-step-1 = Zgłoś się
join-step-1-how = Podaj imię i e-mail, wpisz kod i uzupełnij profil.
join-step-2 = Porozmawiaj z nami
join-step-2-how = Krótka rozmowa z koordynatorką: co lubisz, kiedy masz czas.
join-step-3 = Przejdź szkolenie
join-step-3-how = Jedno spotkanie o zasadach i bezpieczeństwie.
join-step-4 = Podpisz porozumienie
join-step-4-how = Razem z nami, w ośrodku. Jesteś ubezpieczony od wypadków.
join-step-5 = Wybierz termin
join-step-5-how = Dwa dotknięcia w kalendarzu i masz miejsce.
join-minors-title = Masz mniej niż 18 lat?
join-minors = Możesz pomagać od 15. roku życia, za zgodą rodzica lub opiekuna. Na miejscu zawsze jest dorosły.
join-rights-title = Co Ci się należy
join-rights = Porozumienie na piśmie, ubezpieczenie, opieka koordynatorki, a na życzenie zaświadczenie i opinia.
join-do = Zaczynam
# What a person is
status-applied = zgłoszony
status-interview = rozmowa
status-training = szkolenie
status-paperwork = dokumenty
status-trial = okres próbny
status-active = aktywny
status-paused = zawieszony
status-ended = zakończony
status-rejected = odrzucony
status-withdrawn = rezygnacja
role-administrator = administrator
role-director = dyrektor
role-coordinator = koordynatorka
role-social_worker = pracownik socjalny
role-facility_manager = kierownik placówki
role-partner = partner
role-auditor = audytor
role-volunteer = wolontariat
occupation-pupil = uczę się w szkole
occupation-student = studiuję
occupation-employed = pracuję
occupation-retired = jestem na emeryturze
occupation-unemployed = szukam pracy
occupation-other = inaczej
part-morning = rano
part-afternoon = po południu
part-evening = wieczorem
# What is wrong with a field
input-empty = To pole jest puste.
input-too-long = To za długie. Skróć trochę.
input-not-email = To nie wygląda na adres e-mail. Sprawdź, czy jest znak @.
input-not-date = Wpisz datę, na przykład 2026-11-28.
input-not-time = Wpisz godzinę, na przykład 16:00.
input-out-of-range = Ta liczba lub data jest poza zakresem.
input-not-a-choice = Wybierz z listy.
input-end-before-start = Koniec musi być po początku.
input-night-too-long = Wpisz koniec późniejszy niż początek. Termin, który kończy się następnego dnia, trwa najwyżej 12 godzin.
input-in-the-past = Ten dzień już minął.
input-too-far = To zbyt daleko w przyszłości.
input-max-below-min = Najwięcej nie może być mniej niż najmniej.
input-below-taken = Więcej osób ma już miejsce na ten termin.
input-wrong-code = To nie ten kod. Sprawdź cyfry.
input-no-dates = Ta reguła nie daje żadnego terminu.
input-doubled = W tym czasie ta oferta ma już termin.
input-dead-code = Ten kod już nie działa. Poproś o nowy.
input-nobody = Nie znaleźliśmy nikogo, kto mógłby wtedy przyjść. Wskaż kogoś albo zrezygnuj.
input-in-the-future = Ten dzień dopiero przed nami.
input-outside-task = Ten dzień nie należy do tego zadania.
input-earlier = Ten dzień może być tylko późniejszy: ktoś mógł się już umówić.
watch-title = O czym Ci piszemy
watch-lede = Powiedz, jaka pomoc lub które miejsce Cię ciekawi. Napiszemy, gdy będzie wolne miejsce albo gdy tuż przed terminem kogoś zabraknie. Nigdy w nocy.
watch-none = Na razie o niczym.
watch-kind = Rodzaj pomocy
watch-organisation = Miejsce
watch-slot = Jedna wiadomość, gdy zwolni się miejsce
watch-what = O czym pisać?
watch-choose = wybierz
watch-add = Pisz do mnie
watch-end = Już nie
