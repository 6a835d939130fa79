# Rules in words
rule-and = i
rule-weekly-1 = co poniedziałek
rule-weekly-2 = co wtorek
rule-weekly-3 = co środę
rule-weekly-4 = co czwartek
rule-weekly-5 = co piątek
rule-weekly-6 = co sobotę
rule-weekly-7 = co niedzielę
rule-weekly-many = co tydzień: { $days }
rule-fortnightly-1 = co drugi poniedziałek
rule-fortnightly-2 = co drugi wtorek
rule-fortnightly-3 = co drugą środę
rule-fortnightly-4 = co drugi czwartek
rule-fortnightly-5 = co drugi piątek
rule-fortnightly-6 = co drugą sobotę
rule-fortnightly-7 = co drugą niedzielę
rule-fortnightly-many = co drugi tydzień: { $days }
rule-day-of-month = { $day }. dnia miesiąca
rule-month-1 = w { $nth } poniedziałek miesiąca
rule-month-2 = w { $nth } wtorek miesiąca
rule-month-3 = w { $nth } środę miesiąca
rule-month-4 = w { $nth } czwartek miesiąca
rule-month-5 = w { $nth } piątek miesiąca
rule-month-6 = w { $nth } sobotę miesiąca
rule-month-7 = w { $nth } niedzielę miesiąca
rule-nth-1 = pierwszy
rule-nth-2 = drugi
rule-nth-3 = trzeci
rule-nth-4 = czwarty
rule-nth-last = ostatni
rule-nth-f-1 = pierwszą
rule-nth-f-2 = drugą
rule-nth-f-3 = trzecią
rule-nth-f-4 = czwartą
rule-nth-f-last = ostatnią
rule-until = do { $day }
rule-count = { $count ->
    [one] { $count } raz
    [few] { $count } razy
    [many] { $count } razy
   *[other] { $count } razy
}
rule-no-holidays = bez świąt
rule-no-school = bez ferii i przerw szkolnych
rule-but = { $count ->
    [one] bez { $count } wybranego dnia
    [few] bez { $count } wybranych dni
    [many] bez { $count } wybranych dni
   *[other] bez { $count } wybranych dni
}
school-christmas = świąteczna przerwa w szkołach
school-winter = ferie zimowe
school-spring = wielkanocna przerwa w szkołach
school-summer = wakacje
left-chosen = Twój wybór
left-cancelled = odwołany wcześniej

# Adding dates
dates-pattern = Jak często
dates-pattern-once = Jeden raz
dates-pattern-weekly = Co tydzień
dates-pattern-fortnightly = Co drugi tydzień
dates-pattern-day_of_month = Co miesiąc, tego samego dnia
dates-pattern-weekday_of_month = Co miesiąc, w ten sam dzień tygodnia
dates-pattern-last_of_month = Co miesiąc, w ostatni taki dzień tygodnia
dates-weekdays = W które dni tygodnia
dates-weekdays-hint = Bez zaznaczenia: w dzień tygodnia pierwszego terminu.
dates-repeat-until = Powtarzaj do dnia
dates-count = albo tyle razy
dates-end-hint = Wypełnij jedno z tych pól. Pominięte dni liczą się do liczby razy.
dates-skip-school = Pomiń ferie i przerwy szkolne
dates-opens-hint = Puste pole: od razu.
dates-standing = Stałe miejsca: najwyżej ile procent miejsc
dates-standing-hint = Puste pole: połowa. Reszta czeka na nowe osoby. 0: bez stałych miejsc. Kto już ma stałe miejsce, zachowuje je.
dates-cancel-label = Odwołaj: { $when }
dates-cancel-now = Odwołaj termin
dates-preview = Zobacz terminy
dates-preview-title = Tak to będzie wyglądać
dates-preview-empty = Wypełnij formularz, a zobaczysz tu każdy termin, zanim go zapiszesz.
dates-will = { $count ->
    [one] Powstanie { $count } termin
    [few] Powstaną { $count } terminy
    [many] Powstanie { $count } terminów
   *[other] Powstanie { $count } terminu
}
dates-number = { $count ->
    [one] { $count } termin
    [few] { $count } terminy
    [many] { $count } terminów
   *[other] { $count } terminu
}
dates-left-title = Pominięte
dates-leave = Pomiń
dates-leave-label = Pomiń: { $day }
dates-bring = Przywróć
dates-bring-label = Przywróć: { $day }
dates-known = już jest, nie powstanie drugi raz
dates-save = { $count ->
    [one] Dodaj { $count } termin
    [few] Dodaj { $count } terminy
    [many] Dodaj { $count } terminów
   *[other] Dodaj { $count } terminu
}
dates-add-way = Zaplanuj terminy
dates-single = Pojedyncze terminy
dates-edit = Zmień albo odwołaj
dates-edit-label = Zmień albo odwołaj: { $when }

# Changing dates
change-title = Zmiana terminu
change-what = Co chcesz zrobić
change-what-change = Zmienić
change-what-cancel = Odwołać
change-scope = Których terminów to dotyczy
change-scope-this = Tylko tego
change-scope-this-text = Pozostałe zostaną tak, jak są.
change-scope-following = Tego i następnych
change-scope-following-text = Wcześniejsze zostaną tak, jak są.
change-scope-all = Wszystkich, które się jeszcze nie zaczęły
change-scope-all-text = Cała seria od teraz.
change-gather = Wyrównaj też terminy przesunięte osobno
change-new = Nowy czas i miejsca
change-rule = Jak się powtarza
change-place = Miejsce całej oferty
change-place-hint = Dotyczy wszystkich nadchodzących terminów tej oferty, nie tylko tej serii. Teraz: { $place }
change-look = Zobacz, kogo to dotyczy
change-preview-title = Co się stanie
change-preview-empty = Tu zobaczysz, które terminy się zmienią i kto dostanie jaką wiadomość. Nic nie zostanie zapisane, dopóki nie potwierdzisz.
change-nothing = Nic się nie zmieni: formularz jest taki jak zapisane terminy.
change-rule-now = Od teraz: { $rule }
change-dates = Terminy
change-kept = { $count ->
    [one] { $count } termin zostaje bez zmian
    [few] { $count } terminy zostają bez zmian
    [many] { $count } terminów zostaje bez zmian
   *[other] { $count } terminu zostaje bez zmian
}
change-people = { $count ->
    [one] { $count } osoba
    [few] { $count } osoby
    [many] { $count } osób
   *[other] { $count } osoby
}
change-carried = { $count ->
    [one] { $count } zgłoszenie zostaje bez wiadomości, bo czas i miejsce się nie zmieniają.
    [few] { $count } zgłoszenia zostają bez wiadomości, bo czas i miejsce się nie zmieniają.
    [many] { $count } zgłoszeń zostaje bez wiadomości, bo czas i miejsce się nie zmieniają.
   *[other] { $count } zgłoszenia zostaje bez wiadomości, bo czas i miejsce się nie zmieniają.
}
change-messages = Kto dostanie wiadomość
change-nobody = Nikt nie dostanie wiadomości.
change-more-people = { $count ->
    [one] i { $count } osoba więcej
    [few] i { $count } osoby więcej
    [many] i { $count } osób więcej
   *[other] i { $count } osoby więcej
}
change-save = Zapisz i powiadom
change-save-quiet = Zapisz
change-cancel-save = Odwołaj i powiadom
change-saved = Zapisano. Historia zmian jest na dole strony.
fate-moved = przesunięty
fate-added = nowy
fate-cancelled = odwołany
fate-changed = zmienione miejsca
message-moved = Zmiana czasu lub miejsca – pytamy, czy nadal pasuje
message-cancelled = Odwołanie
message-released = Zgłoszenie zwolnione, bo nowy czas nie jest dla tej osoby możliwy
message-question = Pytanie, czy ktoś przyjdzie, jest już nieaktualne

# History
history-title = Historia zmian
history-none = Nic się jeszcze nie zmieniło.
history-program = Łącznik
history-create = Powstał szkic
history-update = Zmieniono opis
history-hand-in = Przekazano koordynatorowi
history-send-back = Odesłano z uwagą
history-publish = Opublikowano
history-cancel = Odwołano całą ofertę
history-add-dates = Dodano terminy
history-change-dates = Zmieniono terminy
history-cancel-dates = Odwołano terminy
history-scope-this = tylko ten termin
history-scope-following = ten i następne
history-scope-all = wszystkie terminy serii
history-from-to = było: { $before }, jest: { $after }
history-places = osób: było { $before }, jest { $after }
history-place = miejsce: było „{ $before }”, jest „{ $after }”
history-opens = zapisy otwierane na dni wcześniej: było { $before }, jest { $after }
history-standing = udział stałych miejsc: było { $before } %, jest { $after } %
history-at-once = od razu
history-field = { $field }: było „{ $before }”, jest „{ $after }”
history-field-other = Zmieniono: { $field }
history-note = uwaga: { $text }
history-reason = powód: { $text }
history-added = { $count ->
    [one] dodano { $count } termin
    [few] dodano { $count } terminy
    [many] dodano { $count } terminów
   *[other] dodano { $count } terminu
}
history-moved = { $count ->
    [one] przesunięto { $count } termin
    [few] przesunięto { $count } terminy
    [many] przesunięto { $count } terminów
   *[other] przesunięto { $count } terminu
}
history-cancelled = { $count ->
    [one] odwołano { $count } termin
    [few] odwołano { $count } terminy
    [many] odwołano { $count } terminów
   *[other] odwołano { $count } terminu
}
history-told = { $count ->
    [one] wiadomość dostała { $count } osoba
    [few] wiadomość dostały { $count } osoby
    [many] wiadomość dostało { $count } osób
   *[other] wiadomość dostało { $count } osoby
}
