package com.learnamp.entra.stack;

import com.learnamp.entra.stack.home.Orphans;
import com.learnamp.entra.stack.home.Secrets;
import com.learnamp.entra.stack.home.StackDirectory;
import com.learnamp.entra.stack.home.StackState;
import com.learnamp.entra.stack.home.StateFile;
import com.learnamp.entra.stack.options.StackProblem;
import com.learnamp.entra.stack.parts.DatabasePart;
import com.learnamp.entra.stack.parts.MailPart;
import com.learnamp.entra.stack.parts.Part;
import com.learnamp.entra.stack.parts.PartStatus;
import com.learnamp.entra.stack.parts.Pause;
import com.learnamp.entra.stack.parts.Processes;
import com.learnamp.entra.stack.parts.SupervisedPart;
import com.learnamp.entra.stack.ports.Port;
import com.learnamp.entra.stack.ports.PortCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The whole system on this machine: {@code ./dev run} starts it, and the system tests stand on it.
 */
public final class LocalStack implements AutoCloseable {

    private static final Duration UP_WITHIN = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration STATE_EVERY = Duration.ofMillis(500);
    private static final Set<String> STOPS_LAST = Set.of("kafka", "postgres");
    private static final int HOPELESS_AFTER_RESTARTS = 4;

    private final StackPlan plan;
    private final Secrets secrets;
    private final GraphAccess graph;
    private final Progress progress;
    private final MailPart mail;
    private final List<SupervisedPart> foundations = new ArrayList<>();
    private final List<SupervisedPart> services = new ArrayList<>();
    private final StateFile stateFile;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean ready;
    private boolean closing;

    private LocalStack(StackPlan plan, Secrets secrets, Progress progress) {
        this.plan = plan;
        this.secrets = secrets;
        this.graph = GraphAccess.of(plan);
        this.progress = progress;
        this.stateFile = new StateFile(plan.directory().state());
        this.mail = MailPart.start(plan.ports().number(Port.SMTP), plan.directory().mails());
    }

    /**
     * Makes everything ready for a start: nothing runs yet.
     *
     * @throws StackProblem if it can't be started, with what to do about it
     */
    public static LocalStack prepare(StackPlan plan, Progress progress) {
        takeOver(plan, progress);
        return new LocalStack(plan, Secrets.in(plan.directory().secrets()), progress);
    }

    /** Ends what a killed launcher left, and makes sure that directory and ports can be had. */
    private static void takeOver(StackPlan plan, Progress progress) {
        new StateFile(plan.directory().state())
                .read()
                .ifPresent(former -> {
                    if (former.launcherRuns()) {
                        throw new StackProblem(
                                "A local stack runs already (pid %d). ./dev stop ends it"
                                        .formatted(former.pid()));
                    }
                    List<String> ended = Orphans.end(former);
                    if (!ended.isEmpty()) {
                        progress.say("ended what a killed start had left: " + ended);
                    }
                });
        if (DatabasePart.endOrphan(plan.directory().postgres())) {
            progress.say("ended the PostgreSQL that a killed start had left");
        }
        if (plan.options().fresh()) {
            progress.say("starting over: deleting " + plan.directory().path());
            plan.directory().clear();
        }
        plan.directory().prepare();
        PortCheck.requireFree(plan.ports(), plan.portsNeeded());
    }

    /**
     * Starts everything and waits until it is up.
     *
     * @throws StackProblem if something does not come up; nothing is left running
     */
    public LocalStack start() {
        try {
            startAll();
            return this;
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private void startAll() {
        PartsOfTheSystem parts = new PartsOfTheSystem(plan, secrets, graph);
        supervise(parts.foundations(), foundations);
        Thread.ofPlatform().name("state-file").daemon().start(this::keepStateFile);
        awaitUp(foundations);
        supervise(parts.services(), services);
        awaitUp(services);
    }

    private void supervise(List<Part> parts, List<SupervisedPart> supervised) {
        for (Part part : parts) {
            SupervisedPart each =
                    new SupervisedPart(
                            part, plan.directory().log(part.name()).toString(), Pause.usual());
            progress.say("starting " + part.name() + " on port " + part.port());
            synchronized (this) {
                if (closing) {
                    throw new StackProblem("stopped before everything was up");
                }
                supervised.add(each);
                each.start();
            }
        }
    }

    private void awaitUp(List<SupervisedPart> parts) {
        List<SupervisedPart> waiting = new ArrayList<>(parts);
        Duration deadline = progress.elapsed().plus(UP_WITHIN);
        while (!waiting.isEmpty()) {
            waiting.removeIf(this::saidThatItIsUp);
            waiting.forEach(part -> requireHope(part, deadline));
            if (closedWithin(POLL)) {
                throw new StackProblem("stopped before everything was up");
            }
        }
    }

    private boolean saidThatItIsUp(SupervisedPart part) {
        if (part.isUp()) {
            PartStatus status = part.status();
            progress.say(
                    "%s is up (pid %d, port %d)"
                            .formatted(status.name(), status.pid(), status.port()));
        }
        return part.isUp();
    }

    private void requireHope(SupervisedPart part, Duration deadline) {
        PartStatus status = part.status();
        if (status.restarts() >= HOPELESS_AFTER_RESTARTS
                || progress.elapsed().compareTo(deadline) > 0) {
            throw new StackProblem(
                    "%s does not come up: %s. Its log: %s"
                            .formatted(status.name(), status.reason(), status.log()));
        }
    }

    /** Each part, in the order of their start. */
    public synchronized List<PartStatus> status() {
        List<PartStatus> all = new ArrayList<>();
        foundations.forEach(part -> all.add(part.status()));
        all.add(mail.status());
        services.forEach(part -> all.add(part.status()));
        return all;
    }

    /** Ends the part as {@code kill -9} would; it is started again. */
    public void kill(String part) {
        find(part).kill();
    }

    /** Ends the part as a deployment does; it is started again. */
    public void restart(String part) {
        find(part).restart();
    }

    /** Waits until every part is up. */
    public void awaitUp() {
        awaitUp(foundations);
        awaitUp(services);
    }

    public String address(Port port) {
        return plan.ports().address(port);
    }

    public String bootstrapServers() {
        return plan.bootstrapServers();
    }

    /** As the administrator of the database: sees every company's rows. */
    public Connection connectToStore() throws SQLException {
        return DriverManager.getConnection(plan.jdbcUrl(), "postgres", "postgres");
    }

    public Secrets secrets() {
        return secrets;
    }

    /** What the demo company is to be connected with. */
    GraphAccess graph() {
        return graph;
    }

    /**
     * Everything is said that there is to say about the start.
     *
     * @param code with which a detached start ends
     */
    void markReady(int code) {
        ready = true;
        writeState();
        try {
            Files.writeString(plan.directory().ready(), Integer.toString(code));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    StackDirectory directory() {
        return plan.directory();
    }

    boolean simulated() {
        return plan.options().simulated();
    }

    boolean noBrake() {
        return plan.options().noBrake();
    }

    /** Returns when the stack is closed. */
    void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Services first, then what they stand on. */
    @Override
    public void close() {
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
        }
        progress.say("stopping");
        stopTogether(services);
        stopTogether(
                foundations.stream().filter(part -> !STOPS_LAST.contains(part.name())).toList());
        mail.close();
        stopTogether(
                foundations.stream().filter(part -> STOPS_LAST.contains(part.name())).toList());
        closed.countDown();
        writeState();
        progress.say("stopped");
    }

    private static void stopTogether(List<SupervisedPart> parts) {
        List<Thread> stopping =
                parts.stream().map(part -> Thread.ofVirtual().start(part::stop)).toList();
        for (Thread each : stopping) {
            joinUninterrupted(each);
        }
    }

    private static void joinUninterrupted(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepStateFile() {
        while (!closedWithin(STATE_EVERY)) {
            writeState();
        }
    }

    private void writeState() {
        ProcessHandle self = ProcessHandle.current();
        synchronized (stateFile) {
            boolean over = closed.getCount() == 0;
            stateFile.write(
                    new StackState(
                            over ? StackState.NOBODY : self.pid(),
                            over ? StackState.NOBODY : Processes.startOf(self),
                            ready && !over,
                            address(Port.CONSOLE),
                            plan.options().simulated() ? address(Port.SIMULATOR) : "",
                            bootstrapServers(),
                            plan.jdbcUrl(),
                            status()));
        }
    }

    private boolean closedWithin(Duration duration) {
        try {
            return closed.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private synchronized SupervisedPart find(String name) {
        return Stream.concat(foundations.stream(), services.stream())
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part " + name));
    }
}
