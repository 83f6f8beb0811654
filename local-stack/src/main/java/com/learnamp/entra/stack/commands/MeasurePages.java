package com.learnamp.entra.stack.commands;

import com.learnamp.entra.stack.demo.DemoCompany;
import com.learnamp.entra.stack.home.Secrets;
import com.learnamp.entra.stack.home.StackDirectory;
import com.learnamp.entra.stack.home.StackState;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ./dev pages}: how long the console takes over each of its pages, from the request to the
 * last byte, for the Owner of the running stack's demo company, one request after another.
 */
public final class MeasurePages {

    private static final int WARM_UP = 20;
    private static final int REQUESTS = 200;
    private static final double NANOS_IN_A_MILLISECOND = 1_000_000;

    private final ConsolePages pages;
    private final PrintStream out;

    private MeasurePages(ConsolePages pages, PrintStream out) {
        this.pages = pages;
        this.out = out;
    }

    public static int in(StackDirectory directory, PrintStream out) {
        StackState state = RunningStack.in(directory);
        DemoCompany company = RunningStack.company(directory);
        ConsolePages pages = new ConsolePages(state.console());
        pages.signIn(company.owner(), Secrets.in(directory.secrets()).ownerPassword());
        new MeasurePages(pages, out).measure();
        return 0;
    }

    private void measure() {
        out.printf("| page | median, ms | p99, ms | KB |%n|---|---|---|---|%n");
        addresses().forEach(this::measure);
    }

    /** Each page, and where it is. */
    private Map<String, String> addresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("Overview", "/overview");
        addresses.put("Sync runs", "/runs");
        pages.link("/runs", "/runs/[0-9a-f-]{36}").ifPresent(run -> addresses.put("One run", run));
        addresses.put("Individuals", "/individuals");
        pages.link("/individuals", "/individuals\\?[^\"]*after=[^\"]+")
                .ifPresent(next -> addresses.put("Individuals, the next page", next));
        addresses.put("Individuals, not invited", "/individuals?status=not_invited");
        addresses.put("Individuals, found by name", "/individuals?q=nova");
        addresses.put("Individuals, found by e-mail", "/individuals?q=owner@demo.example");
        addresses.put("Individuals, found by department", "/individuals?q=engineering");
        addresses.put("Individuals, nobody found", "/individuals?q=zzzzzz");
        pages.link("/individuals", "/individuals/[0-9]+")
                .ifPresent(person -> addresses.put("One person", person));
        addresses.put("Needs attention", "/attention");
        addresses.put("Invitations", "/invitations");
        addresses.put("Invitations, sent", "/invitations?list=sent");
        addresses.put("Reviews", "/reviews");
        addresses.put("Preview", "/preview");
        addresses.put("Activity", "/activity");
        addresses.put("Mappings", "/mappings");
        addresses.put("Set up", "/setup");
        addresses.put("Limits", "/limits");
        return addresses;
    }

    private void measure(String name, String path) {
        int length = 0;
        for (int request = 0; request < WARM_UP; request++) {
            length = pages.get(path).length();
        }
        long[] nanos = new long[REQUESTS];
        for (int request = 0; request < REQUESTS; request++) {
            long start = System.nanoTime();
            pages.get(path);
            nanos[request] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %d |%n",
                name,
                nanos[REQUESTS / 2] / NANOS_IN_A_MILLISECOND,
                nanos[REQUESTS * 99 / 100] / NANOS_IN_A_MILLISECOND,
                length / 1_000);
    }
}
