package com.learnamp.entra.console.companies;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.Browser;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.StoredRows;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All companies for operations: the one that is behind comes first, and nothing is made up. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class CompaniesPageIT {

    private Browser browser;
    private String name;

    @BeforeEach
    void signIn() {
        browser = Browser.ofOperations();
        name = "Glance " + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void whatIsKnownOfEachCompanyIsShownAndWhoeverIsBehindComesFirst() {
        NewCompany fresh = company("b fresh");
        connect(fresh);
        NewCompany behind = company("c behind");
        UUID tenant = connect(behind);
        company("a draft");
        StoredRows.execute(
                "INSERT INTO directory.pending_lookup (tenant_id, object_id, kind, due_at, cause)"
                        + " VALUES (?, gen_random_uuid(), 'user', now() - interval '10 minutes',"
                        + " 'notification')",
                tenant);
        StoredRows.execute(
                "INSERT INTO provisioning.sync_runs (id, company_id, revision, trigger, state,"
                        + " requested_at, ended_at, people) VALUES (gen_random_uuid(), ?, 1,"
                        + " 'schedule', 'finished', now() - interval '40 minutes', now() - interval"
                        + " '30 minutes', 1243)",
                behind.id());
        StoredRows.execute(
                "INSERT INTO provisioning.history (company_id, user_id, change_number, kind, cause,"
                        + " changes, noticed_at, written_at) VALUES (?, ?, 1, 'updated',"
                        + " 'notification', '{}', now() - interval '5 minutes', now())",
                behind.id(),
                behind.owner());
        StoredRows.execute(
                "INSERT INTO directory.graph_usage (tenant_id, day, lane, requests, resource_units,"
                        + " throttled) VALUES (?, (now() AT TIME ZONE 'UTC')::date, 'live', 90, 90,"
                        + " 7)",
                tenant);
        StoredRows.execute(
                "INSERT INTO provisioning.parked (service, topic, partition, record_offset,"
                        + " record_key, company_id, reason, payload, parked_at, last_at) VALUES"
                        + " ('user-mapper', 'entra.users.v1', 0, ?, 'x', ?, 'bad', '', now(), now())",
                behind.id(),
                behind.id());

        List<String> rows = rows(page(""));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0))
                .contains("c behind", "Connected", "1,243", "10 min", "5 minutes ago")
                .contains("30 minutes ago")
                .endsWith(" 7 1");
        assertThat(rows.get(1)).contains("b fresh", "Connected").endsWith("– 0 – – 0 0");
        assertThat(rows.get(2)).contains("a draft", "Not set up").endsWith("– – – – – 0");
        assertThat(rows(page("&sort=name")))
                .map(row -> row.replace(name, "").strip().substring(0, 1))
                .containsExactly("a", "b", "c");
        assertThat(rows(page("&sort=parked")).getFirst()).contains("c behind");
        assertThat(rows(page("&sort=compared")).getFirst()).contains("b fresh");
    }

    @Test
    void whatStandsStillOrIsBrokenSaysSo() {
        NewCompany stopped = company("stopped");
        connect(stopped);
        StoredRows.execute(
                "UPDATE directory.connections SET state = 'stopped' WHERE company_id = ?",
                stopped.id());
        NewCompany paused = company("paused");
        connect(paused);
        StoredRows.execute(
                "INSERT INTO provisioning.pauses (company_id, what, reason, paused_by, paused_at)"
                        + " VALUES (?, 'reads', 'upgrade', 'Ops', now())",
                paused.id());

        assertThat(rows(page("&sort=name")))
                .satisfiesExactly(
                        row -> assertThat(row).contains("paused", "Paused"),
                        row -> assertThat(row).contains("stopped", "Stopped"));
    }

    @Test
    void thousandsAreReadPageByPageAndFoundByNameOrNumber() {
        StoredRows.execute(
                "INSERT INTO learnamp.companies (name, time_zone, language) SELECT ? || ' ' || n,"
                        + " 'London', 'en' FROM generate_series(1, 2000) n",
                name);
        List<String> seen = new ArrayList<>();
        String path = "/ops/companies?sort=lag&q=" + name.replace(" ", "+");
        for (int pages = 0; pages < 3; pages++) {
            Document page = browser.page(path);
            seen.addAll(page.select("tbody th a").eachText());
            path = page.select("a[rel=next]").attr("href");
        }

        assertThat(seen).hasSize(150).doesNotHaveDuplicates();
        assertThat(browser.page(path).select("a:contains(From the start)")).hasSize(1);
        assertThat(page("+1999").select("tbody tr")).hasSize(1);
        String id =
                page("+1999").select("tbody th small, tbody th .num").text().replace("No. ", "");
        assertThat(browser.page("/ops/companies?q=" + id).select("tbody th").text())
                .contains(name + " 1999");
        assertThat(browser.page("/ops/companies?q=nobody+of+the+name").select("h2").text())
                .contains("No company has that name or number");
        assertThat(browser.page("/ops/companies?q=%00&sort=x&after=y").select("tbody tr"))
                .isNotEmpty();
    }

    @Test
    void whenTheSecretExpiresIsSaidToOperationsAlone() {
        assertThat(browser.page("/ops/companies").text()).contains("GRAPH_CLIENT_SECRET_EXPIRES");

        Browser owner = Browser.signedIn(Operations.createCompany());
        for (String path : List.of("/overview", "/setup", "/limits")) {
            assertThat(owner.page(path).text()).doesNotContain("client secret");
        }
        owner.get("/ops/companies").then().statusCode(404);
    }

    private Document page(String more) {
        return browser.page("/ops/companies?q=" + name.replace(" ", "+") + more);
    }

    private static List<String> rows(Document page) {
        return page.select("tbody tr").stream().map(Element::text).toList();
    }

    private NewCompany company(String suffix) {
        NewCompany company = Operations.createCompany();
        StoredRows.execute(
                "UPDATE learnamp.companies SET name = ? WHERE id = ?",
                name + " " + suffix,
                company.id());
        return company;
    }

    private static UUID connect(NewCompany company) {
        company.connect();
        StoredRows.execute("DELETE FROM provisioning.outbox WHERE company_id = ?", company.id());
        UUID tenant = UUID.randomUUID();
        StoredRows.execute(
                "INSERT INTO directory.connections (company_id, tenant_id, group_id, state) VALUES"
                        + " (?, ?, gen_random_uuid(), 'ok')",
                company.id(),
                tenant);
        return tenant;
    }
}
