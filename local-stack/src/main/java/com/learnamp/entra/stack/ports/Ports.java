package com.learnamp.entra.stack.ports;

import com.learnamp.entra.backing.FreePort;
import com.learnamp.entra.stack.options.StackProblem;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The port of each part: the usual one, or where an environment variable moves it. */
public final class Ports {

    private static final int HIGHEST = 65_535;

    private final Map<Port, Integer> numbers;

    private final Set<Integer> taken;

    private Ports(Map<Port, Integer> numbers) {
        this.numbers = numbers;
        this.taken = new HashSet<>(numbers.values());
    }

    /**
     * @throws StackProblem if a variable is no port, or two parts get the same one
     */
    public static Ports of(Map<String, String> environment) {
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            String given = environment.getOrDefault(port.variable(), "");
            int number = given.isBlank() ? port.usual() : parse(port, given);
            for (Map.Entry<Port, Integer> other : numbers.entrySet()) {
                if (other.getValue() == number) {
                    throw new StackProblem(
                            "%s and %s are both %d: move one of them"
                                    .formatted(other.getKey().variable(), port.variable(), number));
                }
            }
            numbers.put(port, number);
        }
        return new Ports(numbers);
    }

    /** Free ones, so that several stacks can run side by side; for tests. */
    public static Ports free() {
        Ports ports = new Ports(new EnumMap<>(Port.class));
        for (Port port : Port.values()) {
            ports.numbers.put(port, ports.further());
        }
        return ports;
    }

    /** A free one that was not given before. */
    public int further() {
        int number = FreePort.find();
        while (!taken.add(number)) {
            number = FreePort.find();
        }
        return number;
    }

    public int number(Port port) {
        return numbers.getOrDefault(port, port.usual());
    }

    public String address(Port port) {
        return "http://localhost:" + number(port);
    }

    private static int parse(Port port, String given) {
        try {
            int number = Integer.parseInt(given.strip());
            if (number > 0 && number <= HIGHEST) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below, like a number that is no port
        }
        throw new StackProblem(
                "%s=%s is no port: a number from 1 to %d"
                        .formatted(port.variable(), given, HIGHEST));
    }
}
