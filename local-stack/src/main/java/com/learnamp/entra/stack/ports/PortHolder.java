package com.learnamp.entra.stack.ports;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on a port, as far as Linux' /proc tells; elsewhere nothing is known. */
final class PortHolder {

    private static final String LISTENING = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortHolder() {}

    /** Such as "java (pid 4711)". */
    static Optional<String> of(int port) {
        return Stream.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"))
                .flatMap(table -> listeners(table, port))
                .findFirst()
                .flatMap(PortHolder::processWithSocket);
    }

    private static Stream<String> listeners(Path table, int port) {
        String suffix = ":" + String.format(Locale.ROOT, "%04X", port);
        return lines(table).stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > INODE)
                .filter(columns -> columns[ADDRESS].endsWith(suffix))
                .filter(columns -> columns[STATE].equals(LISTENING))
                .map(columns -> columns[INODE]);
    }

    private static Optional<String> processWithSocket(String inode) {
        String socket = "socket:[" + inode + "]";
        return ProcessHandle.allProcesses()
                .filter(process -> hasOpen(process.pid(), socket))
                .findFirst()
                .map(process -> name(process.pid()) + " (pid " + process.pid() + ")");
    }

    private static boolean hasOpen(long pid, String socket) {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path file : files) {
                if (target(file).equals(socket)) {
                    return true;
                }
            }
        } catch (IOException notOurs) {
            // another user's process: its files can't be seen
        }
        return false;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static String name(long pid) {
        return lines(Path.of("/proc", Long.toString(pid), "comm")).stream()
                .findFirst()
                .orElse("a process");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unknown) {
            return List.of();
        }
    }
}
