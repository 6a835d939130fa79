# The program on the phone: on the home screen, and without a network. Only the scripts in `phone/` show these.
phone-app-name = Łącznik – волонтерство
phone-app-short = Łącznik
phone-app-about = Дивіться, де потрібна допомога, зголошуйтеся двома дотиками й майте свій план завжди під рукою.
phone-app-calendar = Календар
phone-app-mine = Мій план
phone-offline = Ви без інтернету.
phone-no-answer = Зараз не вдається з’єднатися.
phone-saved-today = Збережено сьогодні о { $time }.
phone-saved = Збережено: { $day }, { $time }.
phone-buttons-wait = Кнопки запрацюють, коли повернеться зв’язок.
phone-not-now = Для цього потрібен зв’язок. Спробуйте, коли повернеться інтернет.
phone-wiped-only = Ми видалили ваші дані з цього телефону. Щоб вийти остаточно, поверніться сюди з інтернетом.
phone-no-network = Немає зв’язку
phone-not-kept = Цієї сторінки немає в телефоні. Відкрийте її, коли повернеться інтернет.
phone-here = Зараз можна прочитати
phone-nothing-here = На цьому телефоні ще немає збережених сторінок.
phone-again = Спробувати ще раз
