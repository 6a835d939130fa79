# Mails
mail-code-subject = { $code } – Twój kod do Łącznika
mail-code-body =
    Dzień dobry,

    Twój kod to: { $code }

    Działa przez { $minutes ->
        [one] { $minutes } minutę
        [few] { $minutes } minuty
        [many] { $minutes } minut
       *[other] { $minutes } minuty
    }. Jeśli to nie Ty próbujesz wejść, po prostu zignoruj tę wiadomość.

    Łącznik
mail-approved-subject = Masz miejsce: { $title }
mail-approved-body =
    Dzień dobry,

    potwierdzone – czekamy na Ciebie.

    { $title }
    { $when }
    { $place }

    Gdyby coś wypadło, zrezygnuj jednym dotknięciem, żeby ktoś inny mógł wejść na Twoje miejsce:
    { $link }

    Dziękujemy, że pomagasz.
    Łącznik
mail-refused-subject = Tym razem bez miejsca: { $title }
mail-refused-body =
    Dzień dobry,

    dziękujemy za chęć pomocy. Na ten termin nie mogliśmy Cię przyjąć:

    { $title }
    { $when }

    Od koordynatora: { $reason }

    Zobacz inne terminy: { $link }

    Łącznik
mail-cancelled-subject = Odwołane: { $title }, { $when }
mail-cancelled-body =
    Dzień dobry,

    ten termin się nie odbędzie:

    { $title }
    { $dates }
    { $place }

    Powód: { $reason }

    Nie musisz nic robić. Inne terminy znajdziesz tutaj: { $link }

    Łącznik
mail-moved-subject = Zmiana terminu: { $title }
mail-moved-body =
    Dzień dobry,

    zmienił się czas lub miejsce zadania, na które się zgłaszasz:

    { $title }
    { $dates }
    { $place }

    Daj znać, czy nadal Ci pasuje: { $link }

    Łącznik
mail-offer-subject = Możesz pomóc? { $title }, { $when }
mail-offer-body =
    Dzień dobry,

    pomyśleliśmy o Tobie. Możesz wtedy przyjść?

    { $title }
    { $when }
    { $place }

    Odpowiesz jednym dotknięciem, bez logowania. Czekamy do: { $until }
    { $link }

    Obie odpowiedzi są dobre. Jeśli Ci nie pasuje, zapytamy kogoś innego.

    Dziękujemy, że jesteś.
    Łącznik
mail-offer-gone-subject = Propozycja nieaktualna: { $title }
mail-offer-gone-body =
    Dzień dobry,

    pytaliśmy, czy możesz wtedy przyjść. To pytanie jest już nieaktualne:

    { $title }
    { $when }
    { $place }

    Nie musisz nic robić. Dziękujemy, że możemy na Ciebie liczyć. Ten termin znajdziesz tutaj: { $link }

    Łącznik
