# What is asked at sign-up
questions-title = Pytania przy zgłoszeniu
questions-hint = Najwyżej pięć. Odpowiedzi widzi osoba zgłaszająca się, koordynatorzy i gospodarze tej placówki. Nie pytaj o zdrowie.
questions-add = Pytanie { $number }
question-text = Pytanie
question-kind = Jak się odpowiada
question-kind-text = w kilku słowach
question-kind-yes-no = tak lub nie
question-kind-choice = wybór z podanych odpowiedzi
question-choices = Odpowiedzi do wyboru
question-choices-hint = Każda w osobnym wierszu. Tylko gdy to pytanie z wyborem.
question-required = Bez odpowiedzi nie można się zgłosić

# Opening time
warning-not-yet-open = zgłoszenia jeszcze zamknięte
dates-opens = Zgłoszenia otwórz tyle dni wcześniej, o 8:00

# The way to everyone
stage-draft = szkic
stage-handed-in = czeka na koordynatora
stage-sent-back = odesłana z uwagą
stage-published = opublikowana
stage-change-handed-in = zmiana czeka na koordynatora
stage-change-sent-back = zmiana odesłana z uwagą
stage-cancelled = odwołana
offers-waiting = Do obejrzenia
host-offers = Oferty placówki
review-look = Przejrzyj ofertę i terminy. Możesz coś poprawić i od razu opublikować.
review-sent-back = Odesłana z uwagą. Możesz też opublikować ją bez czekania.
review-hand-in = Przekaż koordynatorowi
review-hand-in-hint = Gdy szkic będzie gotowy, przekaż go. Koordynator obejrzy go i opublikuje albo odpisze, co poprawić.
review-handed-in = Przekazane. Napiszemy, gdy koordynator zdecyduje.
review-change-hint = Tę ofertę widzą już wszyscy. Zmiana pojawi się, gdy obejrzy ją koordynator. Nowe terminy możesz dodawać od razu.
review-accept = Opublikuj zmianę
review-note = Uwaga koordynatora
review-from = Od: { $name }, { $when }.
review-waits = Przekazano: { $name }, { $when }. Napiszemy, gdy koordynator zdecyduje.
review-nothing = (nic)
review-below = zmienione, zobacz niżej w formularzu
review-send-back = Odeślij z uwagą
review-send-back-note = Co poprawić
review-send-back-hint = Autor dostanie tę uwagę w wiadomości i zobaczy ją nad formularzem.
review-send-back-now = Odeślij
review-returned = Odesłano. Autor dostanie wiadomość.
offer-field-organisation-id = Placówka
offer-field-kind = Rodzaj pomocy
offer-field-title = Tytuł
offer-field-description = Opis
offer-field-place = Miejsce
offer-field-district-id = Osiedle
offer-field-remote = Zdalnie
offer-field-min-age = Najmłodszy wiek
offer-field-claim-rule = Jak się zgłasza
offer-field-questions = Pytania
board-handed-in = { $count ->
    [one] { $count } oferta czeka na Twoje spojrzenie
    [few] { $count } oferty czekają na Twoje spojrzenie
    [many] { $count } ofert czeka na Twoje spojrzenie
   *[other] { $count } oferty czeka na Twoje spojrzenie
}
trust-title = Kto publikuje bez sprawdzania
trust-text = Osoby z zaufanej placówki publikują i zmieniają oferty same. Zaufanie można cofnąć w każdej chwili.
trust-on = publikuje sama
trust-by = zaufanie: { $name }, { $day }
trust-ended-by = cofnięte: { $name }, { $day }
trust-give = Zaufaj
trust-give-name = Zaufaj: { $name }
trust-end = Cofnij zaufanie
trust-end-name = Cofnij zaufanie: { $name }

# Templates
templates-title = Zacznij od wzoru
templates-centre = wspólny
templates-more-name = Więcej: { $name }
templates-name = Nazwa wzoru
templates-remove = Usuń
templates-remove-name = Usuń wzór: { $name }
templates-save = Zapisz jako wzór
templates-save-text = Wzór pamięta opis, miejsce i pytania, bez terminów. Następną ofertę zaczniesz od niego.
templates-of-centre = Wspólny dla wszystkich placówek
templates-save-now = Zapisz wzór
templates-saved = Wzór zapisany. Znajdziesz go przy nowej ofercie.

# Rules that approve by themselves
rules-lede = Zasada przyjmuje zgłoszenie sama albo zostawia je człowiekowi. Ta druga zawsze wygrywa. Każdą decyzję widać na pulpicie razem z powodem.
rules-none = Nie ma jeszcze zasad
rules-none-text = O każdym zgłoszeniu decyduje człowiek.
rules-new = Nowa zasada
rules-name = Nazwa
rules-name-hint = Krótko, tak żeby każdy zrozumiał decyzję.
rules-effect = Co robi
rules-effect-approve = Przyjmuje
rules-effect-approve-text = Osoba od razu ma miejsce i dostaje wiadomość.
rules-effect-leave = Zostawia człowiekowi
rules-effect-leave-text = Zgłoszenie zawsze czeka na koordynatora, choćby inna zasada je przyjmowała.
rules-when = Kiedy
rules-when-hint = Wszystko, co wybierzesz, musi być spełnione.
rules-conditions-none = Wybierz choć jeden warunek.
rules-any = bez znaczenia
rules-everywhere = wszędzie
rules-field-experience = Doświadczenie
rules-experience-here = była w tej placówce co najmniej
rules-experience-kind = robiła to co najmniej
rules-experience-never = pierwszy raz w tej placówce
rules-field-times = Ile razy
rules-field-absence = Nieobecność bez słowa
rules-absence-none = żadnej od tylu miesięcy
rules-absence-some = była w ostatnich miesiącach
rules-field-months = Ile miesięcy
rules-field-ahead = Ile przed terminem
rules-ahead-more = więcej niż tyle dni
rules-ahead-fewer = mniej niż tyle dni
rules-field-days = Ile dni
rules-field-age = Wiek
rules-age-adult = pełnoletnia osoba
rules-age-minor = niepełnoletnia osoba
rules-field-kind = Rodzaj pomocy
rules-field-organisation_id = Gdzie
rules-try = Sprawdź na dawnych zgłoszeniach
rules-add = Dodaj zasadę
rules-tried-approve = Z ostatnich { $total } zgłoszeń ta zasada przyjęłaby { $held }.
rules-tried-leave = Z ostatnich { $total } zgłoszeń ta zasada zostawiłaby człowiekowi { $held }.
rules-held-approve = Z ostatnich { $total } zgłoszeń przyjęłaby { $held }.
rules-held-leave = Z ostatnich { $total } zgłoszeń zostawiłaby człowiekowi { $held }.
rules-by = { $name }, od { $day }
rules-end = Zakończ
rules-end-name = Zakończ zasadę: { $name }
rules-place = tylko: { $name }
rules-left = Do decyzji człowieka: { $name }
rule-when-came-here = była tu co najmniej { $number } razy
rule-when-came-to-kind = takie zadania: co najmniej { $number } razy
rule-when-never-here = pierwszy raz w tej placówce
rule-when-ready = w dniu zadania ma wszystko, czego trzeba
rule-when-more-days = więcej niż { $number } dni przed terminem
rule-when-fewer-days = mniej niż { $number } dni przed terminem
rule-when-kind = rodzaj: { $kind }
rule-when-not-missed = bez nieobecności bez słowa od { $number } miesięcy
rule-when-missed = nieobecność bez słowa w ostatnich { $number } miesiącach
rule-when-adult = pełnoletnia osoba
rule-when-minor = niepełnoletnia osoba
automatic-title = Zasady przyjęły dziś
automatic-none = Dziś jeszcze żadna zasada nie zdecydowała.
automatic-rule = zasada: { $name }
automatic-fact = { $wanted } (jest: { $fact })
