"""Compares the matching engine with HiGHS and CP-SAT on the yardstick instances, in one run; prints a Markdown table.

Wants highspy and ortools from PyPI (`make bench-baselines` sees to that) and the release program's path in
LACZNIK_BENCH_PROGRAM. Every plan, whoever made it, is checked here from its pairs alone.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

TRAVEL, FAIRNESS, WEEK = 20, 40, 7 * 1440
INSTANCES = {"town1": 1, "town_sc1": 1, "city1": 5, "city_sc1": 10}  # seconds of the engine


class Instance:
    """What the text of an instance says, slots as (start, minutes, places, urgency)."""

    def __init__(self, path):
        with gzip.open(path, "rt") as file:
            (_, slots, _), self.caps, *lines = ([int(number) for number in line.split()] for line in file)
        self.slots = [tuple(line[:4]) for line in lines[:slots]]
        self.points = {(slot, person): points for slot, person, points in lines[slots:]}

    def weight(self, slot):
        return 1 << self.slots[slot][3]

    def worth(self, pairs):
        """Coverage and soft points of a plan that breaks no rule; otherwise says which it breaks."""
        pairs = [tuple(pair) for pair in pairs]
        held, filled = defaultdict(list), defaultdict(int)
        for slot, person in pairs:
            held[person].append(slot)
            filled[slot] += 1
        assert len(set(pairs)) == len(pairs), "a pair twice"
        assert all(pair in self.points for pair in pairs), "a pair that is not possible"
        assert all(filled[slot] <= self.slots[slot][2] for slot in filled), "more people than places"
        for person, slots in held.items():
            slots.sort(key=lambda slot: self.slots[slot])
            minutes = defaultdict(int)
            for slot in slots:
                minutes[self.slots[slot][0] // WEEK] += self.slots[slot][1]
            assert all(used <= self.caps[person] for used in minutes.values()), "beyond a weekly cap"
            for before, after in zip(slots, slots[1:]):
                start, length, *_ = self.slots[before]
                assert start + length + TRAVEL <= self.slots[after][0], "two slots overlap"
        soft = sum(self.points[pair] for pair in pairs)
        soft -= sum(FAIRNESS * len(slots) * (len(slots) - 1) // 2 for slots in held.values())
        return sum(self.weight(slot) for slot, _ in pairs), soft

    def rows(self):
        """The rules as rows: pairs with factors whose sum is at most so much."""
        of_slot, of_person = defaultdict(list), defaultdict(list)
        for pair in self.points:
            of_slot[pair[0]].append(pair)
            of_person[pair[1]].append(pair)
        for slot, pairs in of_slot.items():
            yield [(pair, 1) for pair in pairs], self.slots[slot][2]
        for person, pairs in of_person.items():
            weeks, cliques = defaultdict(list), set()
            for pair in pairs:
                start, length, *_ = self.slots[pair[0]]
                weeks[start // WEEK].append((pair, length))
                # Intervals that overlap two by two share a moment: the start of one of them.
                cliques.add(frozenset(
                    other for other in pairs
                    if self.slots[other[0]][0] <= start < sum(self.slots[other[0]][:2]) + TRAVEL))
            for week in weeks.values():
                yield week, self.caps[person]
            for clique in cliques:
                if len(clique) > 1 and not any(clique < other for other in cliques):
                    yield [(pair, 1) for pair in clique], 1

    def loads(self):
        """Everybody's pairs, for those with more than one."""
        people = defaultdict(list)
        for pair in self.points:
            people[pair[1]].append(pair)
        return [pairs for pairs in people.values() if len(pairs) > 1]


def highs(instance, seconds):
    """First coverage, then soft points at that coverage; half of the time each."""
    import highspy

    model = highspy.Highs()
    model.silent()
    use = {pair: model.addBinary() for pair in instance.points}
    for row, most in instance.rows():
        model.addConstr(model.qsum(use[pair] * factor for pair, factor in row) <= most)
    coverage = model.qsum(var * instance.weight(pair[0]) for pair, var in use.items())
    soft = model.qsum(var * instance.points[pair] for pair, var in use.items())
    for pairs in instance.loads():
        # The k-th slot costs k − 1 times: dearer ones are used last of themselves.
        steps = [model.addVariable(0, 1) for _ in pairs]
        model.addConstr(model.qsum(use[pair] for pair in pairs) == model.qsum(steps))
        soft -= model.qsum(step * (FAIRNESS * number) for number, step in enumerate(steps))
    model.setOptionValue("mip_rel_gap", 0.0)
    model.setOptionValue("time_limit", seconds / 2)
    model.maximize(coverage)
    proven = model.getModelStatus() == highspy.HighsModelStatus.kOptimal
    if not model.getSolution().value_valid:
        return [], False
    covered = round(model.getObjectiveValue())
    model.addConstr(coverage >= covered - 0.5)
    model.setOptionValue("time_limit", model.getRunTime() + seconds / 2)
    model.maximize(soft)
    proven &= model.getModelStatus() == highspy.HighsModelStatus.kOptimal
    values = model.getSolution().col_value
    return [pair for pair, var in use.items() if values[var.index] > 0.5], proven


def cpsat(instance, seconds):
    """The same two stages; the second begins with the plan of the first."""
    from ortools.sat.python import cp_model

    model, solver = cp_model.CpModel(), cp_model.CpSolver()
    use = {pair: model.new_bool_var("") for pair in instance.points}
    for row, most in instance.rows():
        model.add(sum(use[pair] * factor for pair, factor in row) <= most)
    coverage = sum(var * instance.weight(pair[0]) for pair, var in use.items())
    soft = [var * instance.points[pair] for pair, var in use.items()]
    for pairs in instance.loads():
        steps = [model.new_bool_var("") for _ in pairs]
        model.add(sum(use[pair] for pair in pairs) == sum(steps))
        soft += [step * (-FAIRNESS * number) for number, step in enumerate(steps)]
    solver.parameters.num_workers = 2
    solver.parameters.max_time_in_seconds = seconds / 2
    model.maximize(coverage)
    good = (cp_model.OPTIMAL, cp_model.FEASIBLE)
    status = solver.solve(model)
    if status not in good:
        return [], False
    proven = status == cp_model.OPTIMAL
    plan = {pair: solver.value(var) for pair, var in use.items()}
    model.add(coverage >= round(solver.objective_value))
    model.maximize(sum(soft))
    for pair, var in use.items():
        model.add_hint(var, plan[pair])
    status = solver.solve(model)
    if status in good:
        plan = {pair: solver.value(var) for pair, var in use.items()}
    return [pair for pair, used in plan.items() if used], proven and status == cp_model.OPTIMAL


SOLVERS = {"HiGHS": highs, "CP-SAT": cpsat}


def solved(command):
    """What a program prints as one line of JSON."""
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def compare(folder, program, seconds):
    print("| instance | solver | coverage / soft | bound or proof | seconds |\n|---|---|--:|--:|--:|")
    for name, own in INSTANCES.items():
        path = folder / f"{name}.txt.gz"
        instance = Instance(path)

        def tell(solver, found, proof):
            coverage, soft = instance.worth(found["pairs"])
            plan = f"{coverage} / {soft}" if found["pairs"] else "no plan"
            print(f"| {name} | {solver} | {plan} | {proof} | {found['seconds']:.1f} |", flush=True)

        found = solved([program, "solve", path, "--seconds", str(own), "--pairs"])
        tell("Łącznik", found, f"{found['bound_coverage']} / {found['bound_soft']}")
        for solver in SOLVERS:
            # Each in a process of its own: the libraries of both do not go together in one.
            found = solved([sys.executable, __file__, "--only", solver, "--seconds", str(seconds), path])
            tell(solver, found, "proven" if found["proven"] else "time was up")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="?", type=Path, default=Path(__file__).parent / "instances")
    parser.add_argument("--seconds", type=float, default=30, help="for each of the other solvers")
    parser.add_argument("--only", choices=SOLVERS, help="one solver on one instance, as JSON")
    arguments = parser.parse_args()
    if not arguments.only:
        return compare(arguments.path, os.environ["LACZNIK_BENCH_PROGRAM"], arguments.seconds)
    instance, start = Instance(arguments.path), time.monotonic()
    pairs, proven = SOLVERS[arguments.only](instance, arguments.seconds)
    print(json.dumps({"pairs": pairs, "proven": proven, "seconds": time.monotonic() - start}))


if __name__ == "__main__":
    main()
