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
