package com.learnamp.entra.writer.invite;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that refuses the recipients whose address begins with "refused", and breaks off
 * after it has taken a mail to one that begins with "broken".
 */
public final class StubbornMailServer implements QuarkusTestResourceLifecycleManager {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> forgiven = new CopyOnWriteArrayList<>();
    private @Nullable ServerSocket server;

    @Override
    public Map<String, String> start() {
        try {
            ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            server = listening;
            Thread.ofVirtual().start(() -> accept(listening));
            return Map.of(
                    "SMTP_HOST",
                    "127.0.0.1",
                    "SMTP_PORT",
                    Integer.toString(listening.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector testInjector) {
        testInjector.injectIntoFields(this, new TestInjector.MatchesType(StubbornMailServer.class));
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often it was asked to take a mail to this address. */
    long timesAsked(String email) {
        return asked.stream().filter(email::equals).count();
    }

    /** From now on it takes mails to this address. */
    void forgive(String email) {
        forgiven.add(email);
    }

    private boolean refuses(String recipient) {
        return recipient.startsWith("refused") && !forgiven.contains(recipient);
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> converse(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = client.getOutputStream()) {
            say(out, "220 stubborn");
            String recipient = "";
            @Nullable String line;
            while ((line = in.readLine()) != null) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("RCPT")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    asked.add(recipient);
                    say(out, refuses(recipient) ? "550 no such mailbox" : "250 ok");
                } else if (command.equals("DATA")) {
                    say(out, "354 go on");
                    skipMail(in);
                    if (recipient.startsWith("broken")) {
                        return;
                    }
                    say(out, "250 taken");
                } else if (command.equals("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void skipMail(BufferedReader in) throws IOException {
        @Nullable String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
