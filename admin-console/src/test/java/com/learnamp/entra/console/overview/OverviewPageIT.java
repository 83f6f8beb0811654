package com.learnamp.entra.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.Browser;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.StoredRows;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the overview counts. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class OverviewPageIT {

    private NewCompany company;

    @BeforeEach
    void createCompany() {
        company = Operations.createCompany();
    }

    @Test
    void changesAreCountedByTheCompanysDaysOfThirty() {
        StoredRows.execute(
                "UPDATE learnamp.companies SET time_zone = 'Auckland' WHERE id = ?", company.id());
        change(1, "created", 0, "0 minutes");
        change(2, "reactivated", 0, "0 minutes");
        change(3, "updated", 29, "0 minutes");
        change(4, "deactivated", 28, "-1 minute");
        change(5, "created", 29, "-1 minute");

        Document page = Browser.signedIn(company).page("/overview");

        var days = page.select(".chart-table tbody tr");
        assertThat(days).hasSize(30);
        assertThat(days.getFirst().select("td").eachText()).containsExactly("0", "1", "1");
        assertThat(days.getLast().select("td").eachText()).containsExactly("1", "1", "0");
        assertThat(page.select(".chart-key b").eachText()).containsExactly("1", "2", "1");
    }

    @Test
    void peopleAreCountedByStatusAndByWhetherEntraHasThem() {
        for (String name : new String[] {"ada", "grace", "alan"}) {
            long person = StoredRows.person(company, name + "@marlowe.example");
            StoredRows.execute(
                    "UPDATE learnamp.users SET integration_external_id = ?, status = ?,"
                            + " deactivated_at = CASE ? WHEN 'deactivated' THEN now() END"
                            + " WHERE id = ?",
                    name,
                    name.equals("alan") ? "deactivated" : "confirmed",
                    name.equals("alan") ? "deactivated" : "confirmed",
                    person);
        }

        Document page = Browser.signedIn(company).page("/overview");

        assertThat(page.select("#o1").text())
                .isEqualTo("2 active people follow Entra. 1 is only in Learn Amp.");
        assertThat(page.select("#o1 ~ .key").text()).contains("3 Confirmed", "1 Deactivated");
    }

    /** Begins as many days ago as they are, by New Zealand's clocks, and moves from there. */
    private void change(int number, String kind, int daysAgo, String moved) {
        StoredRows.execute(
                """
                INSERT INTO provisioning.history (company_id, user_id, change_number, kind, cause, changes, written_at)
                VALUES (?, ?, ?, ?, 'delta', '{}',
                    (date_trunc('day', now() AT TIME ZONE 'Pacific/Auckland') - ? * interval '1 day')
                        AT TIME ZONE 'Pacific/Auckland' + ?::interval)
                """,
                company.id(),
                company.owner(),
                number,
                kind,
                daysAgo,
                moved);
    }
}
