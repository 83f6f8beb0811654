package com.learnamp.entra.simulator.generator;

import com.learnamp.entra.simulator.directory.Change;
import com.learnamp.entra.simulator.directory.Directory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Everyday life in a directory: people join, move, change their names and managers, leave, come
 * back. The same seed on the same directory does the same.
 */
public final class Churn {

    /** What may happen, and how often of a hundred times. */
    private static final Map<String, Integer> WEIGHTS = weights();

    private static final int MOST_IN_VAIN = 10_000;
    private static final int JOINERS_OF_TEN = 8;

    private final RandomGenerator random;
    private final Deeds deeds;
    private final List<String> wanted;

    private Churn(
            Directory directory, String rootGroupId, String domain, long seed, Set<String> wanted) {
        if (!WEIGHTS.keySet().containsAll(wanted) || wanted.isEmpty()) {
            throw new IllegalArgumentException("changes are " + new TreeSet<>(WEIGHTS.keySet()));
        }
        // Neither the generator's numbers nor those of an earlier churn: ids would come again.
        this.random = new Random(seed ^ (directory.now().sequence() + 1) * 0x9E3779B97F4A7C15L);
        this.deeds = new Deeds(directory, rootGroupId, domain, random);
        this.wanted = WEIGHTS.keySet().stream().filter(wanted::contains).toList();
    }

    /** The names of everything that may happen. */
    public static Set<String> names() {
        return WEIGHTS.keySet();
    }

    /** Makes that many changes, and says which. */
    public static List<Change> happen(
            Directory directory, String rootGroupId, String domain, int count, long seed) {
        return happen(directory, rootGroupId, domain, count, seed, names());
    }

    /**
     * Makes changes of some kinds only; fewer than wanted if nobody is left to change. Most people
     * who are created join a group at once, which counts as a change of its own.
     *
     * @param wanted some of {@link #names()}
     */
    public static List<Change> happen(
            Directory directory,
            String rootGroupId,
            String domain,
            int count,
            long seed,
            Set<String> wanted) {
        Churn churn = new Churn(directory, rootGroupId, domain, seed, wanted);
        List<Change> happened = new ArrayList<>();
        int vain = 0;
        while (happened.size() < count && vain < MOST_IN_VAIN) {
            int before = happened.size();
            churn.once(happened, count);
            vain = happened.size() == before ? vain + 1 : 0;
        }
        return happened;
    }

    private void once(List<Change> happened, int count) {
        String name = any();
        deed(name).get().ifPresent(happened::add);
        boolean joins = name.equals("create") && random.nextInt(10) < JOINERS_OF_TEN;
        if (joins && happened.size() < count) {
            deeds.joinGroupAtOnce().ifPresent(happened::add);
        }
    }

    private String any() {
        int left = random.nextInt(wanted.stream().mapToInt(Churn::weight).sum());
        for (String name : wanted) {
            left -= weight(name);
            if (left < 0) {
                return name;
            }
        }
        throw new IllegalStateException("weights don't add up");
    }

    private static int weight(String name) {
        return WEIGHTS.getOrDefault(name, 0);
    }

    private Supplier<Optional<Change>> deed(String name) {
        return switch (name) {
            case "update" -> deeds::updateOneProperty;
            case "rename" -> deeds::rename;
            case "enable" -> deeds::enableOrDisable;
            case "setManager" -> deeds::setManager;
            case "clearManager" -> deeds::clearManager;
            case "join" -> deeds::joinGroup;
            case "leave" -> deeds::leaveGroup;
            case "create" -> deeds::create;
            case "delete" -> deeds::delete;
            case "restore" -> deeds::restore;
            case "purge" -> deeds::purge;
            case "setPhoto" -> deeds::setPhoto;
            case "removePhoto" -> deeds::removePhoto;
            case "moveSubgroup" -> deeds::moveSubgroup;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Map<String, Integer> weights() {
        Map<String, Integer> weights = new LinkedHashMap<>();
        weights.put("update", 40);
        weights.put("rename", 4);
        weights.put("enable", 3);
        weights.put("setManager", 12);
        weights.put("clearManager", 3);
        weights.put("join", 8);
        weights.put("leave", 6);
        weights.put("create", 7);
        weights.put("delete", 5);
        weights.put("restore", 4);
        weights.put("purge", 1);
        weights.put("setPhoto", 4);
        weights.put("removePhoto", 2);
        weights.put("moveSubgroup", 1);
        return weights;
    }
}
