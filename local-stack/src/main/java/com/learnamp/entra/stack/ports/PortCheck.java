package com.learnamp.entra.stack.ports;

import com.learnamp.entra.stack.options.StackProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.List;

/** Looks for ports in use before anything is started. */
public final class PortCheck {

    private PortCheck() {}

    /**
     * @throws StackProblem that names each port in use, its variable, and who holds it
     */
    public static void requireFree(Ports ports, Collection<Port> wanted) {
        List<String> taken =
                wanted.stream()
                        .filter(port -> inUse(ports.number(port)))
                        .map(port -> describe(port, ports.number(port)))
                        .toList();
        if (!taken.isEmpty()) {
            throw new StackProblem(String.join(System.lineSeparator(), taken));
        }
    }

    private static boolean inUse(int number) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    private static String describe(Port port, int number) {
        String holder =
                PortHolder.of(number).map(name -> " by " + name).orElse(" by another program");
        return "Port %d, which %s needs, is in use%s. Stop it, or choose another: %s=%d ./dev run"
                .formatted(number, port.part(), holder, port.variable(), another(number));
    }

    private static int another(int number) {
        return number < 50_000 ? number + 10_000 : number - 10_000;
    }
}
