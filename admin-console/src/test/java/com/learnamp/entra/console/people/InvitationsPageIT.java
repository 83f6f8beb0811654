package com.learnamp.entra.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.console.Browser;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.StoredRows;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of invitations: everybody is in the list where he is looked for, and in no other. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class InvitationsPageIT {

    private NewCompany company;
    private Browser browser;

    @BeforeEach
    void signIn() {
        company = Operations.createCompany();
        StoredRows.execute(
                "UPDATE learnamp.users SET status = 'confirmed' WHERE id = ?", company.owner());
        browser = Browser.signedIn(company);
    }

    @Test
    void everybodyIsInOneListWithTheStateOfHisInvitation() {
        person("idle", "not_invited");
        invitation("later", "due", "2 days", null, null);
        invitation("soon", "due", "-1 second", null, null);
        invitation("again", "due", "1 minute", null, "451 4.7.1 come again");
        invitation("held", "held", "0", null, null);
        invitation("kept", "kept_back", "0", null, null);
        invitation("sent", "sent", "0", "Helen Marsh", null);
        invitation("refused", "refused", "0", null, "550 5.1.1 no such mailbox");
        invitation("unknown", "unknown", "0", null, "the sender was cut off");
        preference("immediately");

        assertThat(list("by_hand")).containsExactly("idle Not invited");
        assertThat(list("scheduled"))
                .containsExactlyInAnyOrder(
                        "soon Leaves in a moment",
                        "held After the running sync",
                        "again Tried again 451 4.7.1 come again",
                        "later Scheduled")
                .endsWith("again Tried again 451 4.7.1 come again", "later Scheduled");
        assertThat(list("kept_back")).containsExactly("kept Kept back");
        assertThat(list("sent")).containsExactly("sent Sent");
        assertThat(browser.page("/invitations?list=sent").select("tbody td").text())
                .contains("Helen Marsh");
        assertThat(list("refused"))
                .satisfiesExactlyInAnyOrder(
                        line ->
                                assertThat(line)
                                        .isEqualTo("refused Refused 550 5.1.1 no such mailbox"),
                        line -> assertThat(line).startsWith("unknown Unclear Nobody knows"));
        assertThat(browser.page("/invitations").select("nav.seg [aria-current]").text())
                .isEqualTo("Scheduled 4");
    }

    @Test
    void onceTheyAreSentByHandNothingIsScheduledButWhatSomebodyAskedFor() {
        invitation("waits", "due", "2 days", null, null);
        invitation("asked", "due", "-1 second", "Helen Marsh", null);
        invitation("inside", "due", "1 day", null, null);
        StoredRows.execute(
                "UPDATE learnamp.users SET status = 'confirmed' WHERE email ="
                        + " 'inside@marlowe.example' AND company_id = ?",
                company.id());
        preference("by_hand");

        Document page = browser.page("/invitations");

        assertThat(page.select("h2").text()).contains("You invite by hand");
        assertThat(page.select("nav.seg [aria-current]").text()).isEqualTo("To invite by hand 1");
        assertThat(list("by_hand")).containsExactly("waits Not invited");
        assertThat(list("scheduled")).containsExactly("asked Leaves in a moment");
    }

    @Test
    void whoeverIsSelectedIsInvitedAfterAConfirmationThatLeadsBack() {
        long later = invitation("later", "due", "90 days", null, null);
        preference("on_hire_date");

        Document confirm =
                browser.page("/individuals/invite?from=invitations&id=" + later + "&id=999999");
        assertThat(confirm.select("h1").text()).isEqualTo("Send 1 invitation?");
        Response sent =
                browser.post(
                        "/invitations",
                        "/individuals/invite",
                        Map.of("id", later, "from", "invitations"));

        assertThat(Browser.pathOf(sent)).isEqualTo("/invitations?invited=1");
        assertThat(browser.page("/invitations?invited=0").text()).contains("Nobody was invited");
        assertThat(list("scheduled")).containsExactly("later Leaves in a moment");
        assertThat(browser.page("/invitations?list=scheduled").select("tbody input[type=checkbox]"))
                .as("nobody is invited twice")
                .isEmpty();
    }

    @Test
    void aLongListIsReadPageByPageInBothDirections() {
        StoredRows.execute(
                """
                WITH people AS (
                    INSERT INTO learnamp.users (company_id, email, first_name, last_name, time_zone, language)
                    SELECT ?, 'many' || n || '@marlowe.example', 'Many', lpad(n::text, 3, '0'), 'London', 'en'
                    FROM generate_series(1, 120) n RETURNING company_id, id, last_name)
                INSERT INTO provisioning.invitations (company_id, user_id, state, sent_at)
                SELECT company_id, id, 'sent', now() - last_name::integer / 2 * interval '1 minute' FROM people
                """,
                company.id());
        List<String> forward = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        String path = "/invitations?list=sent";
        while (!path.isEmpty()) {
            Document page = browser.page(path);
            forward.addAll(page.select("tbody th b").eachText());
            pages.add(page.select("tbody th b").eachText().getFirst());
            path = page.select("a[rel=next]").attr("href");
            if (path.isEmpty()) {
                path = page.select("a[rel=prev]").attr("href");
                Document before = browser.page(path);
                assertThat(before.select("tbody th b").eachText().getFirst())
                        .isEqualTo(pages.get(pages.size() - 2));
                assertThat(before.select("tbody tr")).hasSize(Search.A_PAGE);
                path = "";
            }
        }

        assertThat(forward).hasSize(120).doesNotHaveDuplicates();
        assertThat(pages).hasSize(3);
        assertThat(forward.getFirst()).isEqualTo("Many 001");
    }

    private List<String> list(String list) {
        return browser.page("/invitations?list=" + list).select("tbody tr").stream()
                .map(row ->
                        row.select("th small").text().replace("@marlowe.example", "")
                                + " "
                                + row.select("td[data-l=\"\"]").text())
                .toList();
    }

    private void preference(String preference) {
        company.bind();
        StoredRows.execute(
                "UPDATE provisioning.integrations SET invitations = ? WHERE company_id = ?",
                preference,
                company.id());
    }

    private long person(String name, String status) {
        long person = StoredRows.person(company, name + "@marlowe.example");
        StoredRows.execute("UPDATE learnamp.users SET status = ? WHERE id = ?", status, person);
        return person;
    }

    private long invitation(
            String name, String state, String in, @Nullable String by, @Nullable String answer) {
        long person = person(name, state.equals("sent") ? "invite_pending" : "invite_scheduled");
        StoredRows.execute(
                "INSERT INTO provisioning.invitations (company_id, user_id, state, due_at, sent_at,"
                        + " requested_by, last_error) VALUES (?, ?, ?, now() + ?::interval, CASE ?"
                        + " WHEN 'sent' THEN now() END, ?, ?)",
                company.id(),
                person,
                state,
                in,
                state,
                by,
                answer);
        return person;
    }
}
