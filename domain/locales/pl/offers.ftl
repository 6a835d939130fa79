# Asking a volunteer to take a place
asked-yours = Propozycja dla Ciebie
asked-question = Możesz wtedy przyjść?
asked-until = Na odpowiedź czekamy do: { $until }. Obie odpowiedzi są dobre – jeśli Ci nie pasuje, zapytamy kogoś innego.
asked-yes = Tak, przyjdę
asked-no = Nie tym razem
asked-state-accepted = Masz to miejsce
asked-state-declined = Dziękujemy za odpowiedź
asked-state-taken_back = Propozycja nieaktualna
asked-state-expired = Czas na odpowiedź minął
asked-next-accepted = Przyjdź kilka minut wcześniej. Ten termin jest już w „Moje” – gdyby coś wypadło, zrezygnuj tam jednym dotknięciem.
asked-next-declined = Wszystko w porządku. O ten termin już nie zapytamy.
asked-next-taken_back = Koordynatorka wycofała to pytanie. Nie musisz nic robić.
asked-next-expired = Nic się nie stało. Jeśli nadal chcesz pomóc, zobacz, czy jest jeszcze miejsce.
asked-slot = Zobacz ten termin
asked-title = Propozycje dla Ciebie
asked-until-short = Na odpowiedź czekamy do: { $until }
