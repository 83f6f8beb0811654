package com.learnamp.entra.simulator.graph;

import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.Life.State;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.graph.DeltaRounds.Item;
import com.learnamp.entra.simulator.graph.DeltaRounds.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What changed among the people, their managers included if those are selected. */
final class UsersDelta implements DeltaRounds.Source {

    private static final int PAGE = 200;

    /** Kept elsewhere than in the directory, so that no delta tells of them. */
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "aboutMe",
                    "birthday",
                    "hireDate",
                    "interests",
                    "mySite",
                    "pastProjects",
                    "preferredName",
                    "responsibilities",
                    "schools",
                    "skills",
                    "signInActivity",
                    "mailboxSettings",
                    "deviceEnrollmentLimit",
                    "print",
                    "cloudLicensing");

    @Override
    public String context() {
        return "users";
    }

    @Override
    public void check(Map<String, String> options) {
        List<String> selected = UserDelta.selected(options);
        List<String> refused = selected.stream().filter(ELSEWHERE::contains).toList();
        if (!refused.isEmpty()) {
            throw new GraphProblem(
                    400,
                    "BadRequest",
                    "$select is not supported for the following properties: "
                            + String.join(",", refused));
        }
        UserDelta.properties(options);
    }

    @Override
    public Page page(DeltaToken round, GraphRequest request, DirectoryView view) {
        return round.isFirstRound()
                ? firstRound(round, request, view)
                : furtherRound(round, request, view);
    }

    private Page firstRound(DeltaToken round, GraphRequest request, DirectoryView view) {
        Set<String> ids = DeltaRounds.ids(round);
        Predicate<Entry> wanted =
                entry ->
                        entry.kind() == ObjectKind.USER
                                && entry.life().state() != State.PURGED
                                && (ids.isEmpty() || ids.contains(entry.id()));
        int after = round.position().isEmpty() ? -1 : Integer.parseInt(round.position());
        List<Entry> found = view.list(wanted, after, PAGE + 1);
        List<Entry> page = found.subList(0, Math.min(PAGE, found.size()));
        List<Item> items = new ArrayList<>();
        for (Entry person : page) {
            Optional<Entry> manager =
                    UserDelta.tracksManager(round.options())
                            ? view.manager(person)
                            : Optional.empty();
            items.add(json -> {
                UserDelta.write(json, person, round, request, Optional.empty());
                if (manager.isPresent() && person.isLive()) {
                    UserDelta.writeManager(json, manager.get().kind(), manager.get().id(), false);
                }
            });
        }
        return page(
                round,
                request,
                page.stream().map(Entry::id).toList(),
                items,
                found.size() > PAGE
                        ? Optional.of(String.valueOf(page.getLast().ordinal()))
                        : Optional.empty());
    }

    private Page furtherRound(DeltaToken round, GraphRequest request, DirectoryView view) {
        Map<String, TouchedUsers> touched = TouchedUsers.of(round, request);
        List<String> ids = new ArrayList<>(touched.keySet());
        int start = round.position().isEmpty() ? 0 : Integer.parseInt(round.position());
        int end = Math.min(ids.size(), start + PAGE);
        List<String> page = ids.subList(Math.min(start, end), end);
        List<Item> items = new ArrayList<>();
        for (String id : page) {
            TouchedUsers what = Objects.requireNonNull(touched.get(id));
            Entry person = view.find(id).orElseThrow();
            items.add(json -> {
                UserDelta.write(json, person, round, request, Optional.of(what.properties()));
                if (person.isLive() && what.manager().isPresent()) {
                    UserDelta.writeManager(json, what.manager().get(), view);
                }
            });
        }
        return page(
                round,
                request,
                page,
                items,
                end < ids.size() ? Optional.of(String.valueOf(end)) : Optional.empty());
    }

    private static Page page(
            DeltaToken round,
            GraphRequest request,
            List<String> ids,
            List<Item> items,
            Optional<String> next) {
        return new Page(DeltaRounds.repeated(request, round, ids, items), next);
    }
}
