package com.learnamp.entra.stack.parts;

import com.learnamp.entra.backing.EmbeddedBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The broker as a process of its own, so that it can die and be started again like any part. */
public final class BrokerProcess {

    /** Held here, since loggers that nobody holds forget their level. */
    private static final List<Logger> QUIET =
            Stream.of("kafka", "org.apache.kafka", "state.change.logger")
                    .map(Logger::getLogger)
                    .toList();

    private BrokerProcess() {}

    /**
     * @param arguments the data directory and the port
     */
    public static void main(String[] arguments) throws InterruptedException {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        EmbeddedBroker broker = start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        System.out.println("Kafka is up at " + broker.bootstrapServers());
        Thread.currentThread().join();
    }

    /** A broker without its topics is of no use, but its threads would keep the process alive. */
    private static EmbeddedBroker start(Path directory, int port) {
        try {
            return EmbeddedBroker.start(directory, port);
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            System.exit(1);
            throw failure;
        }
    }
}
