# Asking a volunteer to take a place
asked-yours = Пропозиція для вас
asked-question = Зможете тоді прийти?
asked-until = Чекаємо на відповідь до: { $until }. Обидві відповіді добрі – якщо вам не підходить, запитаємо когось іншого.
asked-yes = Так, прийду
asked-no = Не цього разу
asked-state-accepted = Місце за вами
asked-state-declined = Дякуємо за відповідь
asked-state-taken_back = Пропозиція вже не діє
asked-state-expired = Час на відповідь минув
asked-next-accepted = Приходьте на кілька хвилин раніше. Ця зміна вже є в «Мої зміни» – якщо плани зміняться, відмовтеся там одним дотиком.
asked-next-declined = Усе гаразд. Про цю зміну ми більше не питатимемо.
asked-next-taken_back = Координаторка відкликала це запитання. Вам нічого не потрібно робити.
asked-next-expired = Нічого страшного. Якщо ви ще хочете допомогти, подивіться, чи є місце.
asked-slot = Переглянути цю зміну
asked-title = Пропозиції для вас
asked-until-short = Чекаємо на відповідь до: { $until }
# A full date: waiting, watching
waiting-do = Почекаю на місце
waiting-promise = Коли місце звільниться, запитаємо людей у черзі по порядку. Підтвердите одним дотиком.
waiting-people = { $count ->
    [one] Чекає { $count } особа.
    [few] Чекають { $count } особи.
    [many] Чекає { $count } осіб.
   *[other] Чекає { $count } особи.
}
waiting-nobody = Ніхто ще не чекає.
waiting-turn = Ви { $turn }. у черзі
waiting-leave = Більше не чекаю
watch-do = Повідомте, коли звільниться місце
watch-all = Повідомте, коли звільниться місце в котромусь терміні
watch-on = Повідомимо одним листом, коли звільниться місце.
watch-stop = Вже не треба
kept-until = Місце чекає на вас до: { $until }
kept-yes = Беру це місце
kept-no = Віддаю далі
# Stepping back
stepping-title = Щось сталося?
stepping-late = До початку лишилося менше ніж { $hours } год. Координаторка й ведучі дізнаються одразу, щоб устигнути когось знайти.
stepping-waiting = Хтось уже чекає на це місце й одразу його отримає.
stepping-why = Чому? (не мусите казати)
stepping-none = Волію не казати
stepping-came-up = щось сталося
stepping-duties = робота або навчання
stepping-travel = дорога
stepping-mistake = помилка в заявці
stepping-words = Своїми словами
stepping-words-hint = Не пишіть про здоров’я – досить «не можу».
stepping-do-late = Усе одно відмовляюся
stepped-title = Місце віддано
stepped-thanks = Дякуємо, що дали знати. Може, підійде інший термін?
stepped-thanks-only = Дякуємо, що дали знати.
stepped-other = Обираю цей термін
# A date that was moved
again-title = Термін змінився – чи він і далі вам підходить?
again-yes = Так, підходить
again-no = Ні, відмовляюся
# Somebody comes instead
instead-title = Хтось інший замість вас
instead-lede = Місце лишається Вашим, доки хтось не скаже «так».
instead-everyone = Запитати всіх, хто може
instead-everyone-hint = Запитаємо до 10 осіб, які можуть тоді прийти й люблять такі заняття. Ви не побачите, кого.
instead-people = Люди, яких ви знаєте звідси
instead-email = Або адреса e-mail
instead-email-hint = Напишемо, якщо ця особа є в програмі й може тоді прийти.
instead-ask = Запитати
instead-seeking = Запитання надіслано. Чекаємо до: { $until }
instead-agreed = Хтось погодився. Це чекає на рішення координаторки.
instead-take-back = Відкликаю запитання
swap-title = Обмін термінами
swap-lede = Запропонуйте обмін особі, яка приходить іншого дня.
swap-with = З ким і коли
swap-choice = { $name }: { $when }
swap-ask = Пропоную обмін
asked-state-agreed = Дякуємо! Чекає на координаторку
asked-next-agreed = Координаторка підтвердить зміну. Побачите це в «Моє» й отримаєте e-mail.
asked-by-stand_in = { $by } шукає когось на своє місце.
asked-by-swap = { $by } пропонує обмін: Ви прийдете тоді, а віддасте { $other }.
asked-by-waitlist = Звільнилося місце, на яке ви чекаєте.
asked-gone = Це запитання вже неактуальне. Вам не треба нічого робити.
