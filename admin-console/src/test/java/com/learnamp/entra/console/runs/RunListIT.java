package com.learnamp.entra.console.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.Browser;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.StoredRows;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sync runs, filtered and by month, and what one of them waits for. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class RunListIT {

    private NewCompany company;
    private Browser browser;

    @BeforeEach
    void signIn() {
        company = Operations.createCompany();
        company.bind();
        browser = Browser.signedIn(company);
    }

    @Test
    void runsAreFoundByKindAndResult() {
        run("manual", "finished", "2 hours");
        run("manual", "failed", "3 hours");
        run("schedule", "finished", "4 hours");

        assertThat(runs("/runs")).hasSize(3);
        assertThat(runs("/runs?kind=manual")).hasSize(2);
        assertThat(runs("/runs?result=finished")).containsExactly("Full sync", "Daily sync");
        assertThat(runs("/runs?kind=manual&result=failed")).containsExactly("Full sync");
        assertThat(browser.page("/runs?kind=manual").select("select[name=kind] [selected]").val())
                .isEqualTo("manual");
        assertThat(browser.page("/runs?kind=initial").select("h2").text())
                .isEqualTo("No run is like that");
        assertThat(runs("/runs?kind=x&result=y&month=z&before=w")).hasSize(3);
    }

    @Test
    void whatIsOlderThanNinetyDaysIsFoundByItsMonth() {
        run("manual", "finished", "1 day");
        run("schedule", "finished", "150 days");
        run("manual", "failed", "150 days 1 minute");

        Document latest = browser.page("/runs");
        assertThat(latest.select("tbody tr")).hasSize(1);
        var months = latest.select("nav[aria-label='Earlier months'] a");
        assertThat(months).hasSize(1);
        assertThat(months.text()).endsWith(" 2");
        Document month = browser.page(months.attr("href"));

        assertThat(month.select("tbody tr")).hasSize(2);
        assertThat(month.select("h2").text()).startsWith("Runs of ");
        assertThat(month.select("a:contains(Newest)")).hasSize(1);
        assertThat(runs(months.attr("href").replace("result=", "result=failed")))
                .containsExactly("Full sync");
    }

    @Test
    void aLongListIsReadPageByPage() {
        StoredRows.execute(
                """
                INSERT INTO provisioning.sync_runs (id, company_id, revision, trigger, state, requested_at)
                SELECT gen_random_uuid(), ?, 1, 'schedule', 'finished', now() - n * interval '1 hour'
                FROM generate_series(1, 40) n
                """,
                company.id());

        String next = browser.page("/runs?kind=schedule").select("a[rel=next]").attr("href");

        assertThat(runs("/runs?kind=schedule")).hasSize(30);
        assertThat(runs(next)).hasSize(10);
    }

    @Test
    void aRunSaysWhatItWaitsFor() {
        UUID first = run("group_change", "running", "2 minutes");
        UUID second = run("manual", "running", "1 minute");
        listing(first, "listing");
        listing(second, "queued");

        Document waiting = browser.page("/runs/" + second);
        assertThat(waiting.select("main").text()).contains("Another sync of your company");
        assertThat(waiting.select("main a[href=/runs/" + first + "]")).hasSize(1);

        StoredRows.execute(
                "UPDATE directory.listings SET waits_until = now() + interval '1 minute', pages = 31,"
                        + " restarts = 1 WHERE run_id = ?",
                first);
        assertThat(browser.page("/runs/" + first).select("main").text())
                .contains("Microsoft has asked us to slow down.", "so we began again");
        StoredRows.execute(
                "INSERT INTO directory.connections (company_id, tenant_id, group_id, state) VALUES"
                        + " (?, gen_random_uuid(), gen_random_uuid(), 'unreachable')",
                company.id());
        assertThat(browser.page("/runs/" + first).select("main").text())
                .contains("Microsoft can’t be reached.", "after page 31")
                .doesNotContain("slow down");
    }

    private List<String> runs(String path) {
        return browser.page(path).select("tbody th b").eachText();
    }

    private UUID run(String trigger, String state, String ago) {
        UUID run = UUID.randomUUID();
        StoredRows.execute(
                "INSERT INTO provisioning.sync_runs (id, company_id, revision, trigger, state,"
                        + " requested_at) VALUES (?, ?, 1, ?, ?, now() - ?::interval)",
                run,
                company.id(),
                trigger,
                state,
                ago);
        return run;
    }

    private void listing(UUID run, String state) {
        StoredRows.execute(
                "INSERT INTO directory.listings (run_id, company_id, tenant_id, group_id, revision,"
                        + " trigger, state, requested_at) VALUES (?, ?, gen_random_uuid(),"
                        + " gen_random_uuid(), 1, 'manual', ?, now())",
                run,
                company.id(),
                state);
    }
}
