package com.learnamp.entra.stack.parts;

import com.learnamp.entra.backing.MailServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The SMTP server, in the launcher itself; every mail becomes a file that a mail program opens. */
public final class MailPart implements AutoCloseable {

    private static final long LOOK_EVERY_MILLISECONDS = 500;

    private final MailServer server;
    private final int port;
    private final Path directory;
    private final CountDownLatch closed = new CountDownLatch(1);
    private int written;

    private MailPart(MailServer server, int port, Path directory) {
        this.server = server;
        this.port = port;
        this.directory = directory;
    }

    public static MailPart start(int port, Path directory) {
        MailPart part = new MailPart(MailServer.start(port), port, directory);
        Thread.ofPlatform().name("mails").daemon().start(part::writeUntilClosed);
        return part;
    }

    public PartStatus status() {
        ProcessHandle launcher = ProcessHandle.current();
        return new PartStatus(
                "smtp",
                launcher.pid(),
                Processes.startOf(launcher),
                port,
                PartStatus.State.UP,
                "",
                0,
                directory.toString());
    }

    @Override
    public void close() {
        closed.countDown();
        server.close();
    }

    private void writeUntilClosed() {
        try {
            while (!closed.await(LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                List<MimeMessage> received = server.received();
                for (; written < received.size(); written++) {
                    write(received.get(written), written + 1);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(MimeMessage mail, int number) {
        String name =
                String.format(Locale.ROOT, "%d-%04d.eml", ProcessHandle.current().pid(), number);
        try (OutputStream file = Files.newOutputStream(directory.resolve(name))) {
            mail.writeTo(file);
        } catch (IOException | MessagingException failure) {
            System.err.println("mail " + name + " could not be kept: " + failure.getMessage());
        }
    }
}
