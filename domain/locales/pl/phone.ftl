# The program on the phone: on the home screen, and without a network. Only the scripts in `phone/` show these.
phone-app-name = Łącznik – wolontariat
phone-app-short = Łącznik
phone-app-about = Zobacz, gdzie potrzebna jest pomoc, zgłoś się w dwóch dotknięciach i miej swój plan zawsze przy sobie.
phone-app-calendar = Kalendarz
phone-app-mine = Mój plan
phone-offline = Jesteś bez internetu.
phone-no-answer = Nie możemy się teraz połączyć.
phone-saved-today = Zapisane dziś o { $time }.
phone-saved = Zapisane: { $day }, { $time }.
phone-buttons-wait = Przyciski zadziałają, gdy wróci połączenie.
phone-not-now = Do tego potrzebne jest połączenie. Spróbuj, gdy wróci internet.
phone-wiped-only = Usunęliśmy Twoje dane z tego telefonu. Żeby wylogować się do końca, wróć tu z internetem.
phone-no-network = Nie ma połączenia
phone-not-kept = Tej strony nie ma w telefonie. Otwórz ją, gdy wróci internet.
phone-here = To możesz przeczytać teraz
phone-nothing-here = W telefonie nie ma jeszcze żadnej zapisanej strony.
phone-again = Spróbuj ponownie
