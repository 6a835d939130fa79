slot-count = { $count ->
    [one] { $count } termin
    [few] { $count } terminy
    [many] { $count } terminów
   *[other] { $count } terminu
}
seats-missing = { $count ->
    [one] brakuje { $count } osoby
    [few] brakuje { $count } osób
    [many] brakuje { $count } osób
   *[other] brakuje { $count } osoby
}
