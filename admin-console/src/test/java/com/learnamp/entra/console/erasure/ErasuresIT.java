package com.learnamp.entra.console.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import com.learnamp.entra.backing.BackingServices;
import com.learnamp.entra.backing.TopicTap;
import com.learnamp.entra.console.Browser;
import com.learnamp.entra.console.NewCompany;
import com.learnamp.entra.console.Operations;
import com.learnamp.entra.console.StoredRows;
import com.learnamp.entra.contracts.SyncRequest;
import com.learnamp.entra.contracts.SyncRequest.ForgetUser;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.messaging.MessageCodec;
import com.learnamp.entra.messaging.Parsed;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Erasing one person, from his page and by the API. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class ErasuresIT {

    private static final String ALONE = "a".repeat(64);
    private static final String SHARED = "b".repeat(64);

    private NewCompany company;
    private StoredPerson person;

    @BeforeEach
    void storeSomebody() {
        company = Operations.createCompany();
        person = StoredPerson.of(company, "ruth.ainsley");
    }

    @Test
    void whateverTheStoreHasOfSomebodyGoesAndHisPictureUnlessSomebodyElseHasIt() {
        StoredPerson neighbour = StoredPerson.of(company, "noah.okafor");
        person.isEverywhere(ALONE);
        person.remembersPicture(SHARED);
        neighbour.isEverywhere(SHARED);
        neighbour.isManagedBy(person);
        assertThat(person.tables()).hasSizeGreaterThan(10);
        List<String> ofNeighbour = new ArrayList<>(neighbour.tables());
        ofNeighbour.removeAll(List.of("directory.samples", "directory.explanations")); // Whole.

        String erasure =
                company.caller()
                        .post("/api/people/" + person.id() + "/erase")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("erasure");

        assertThat(person.tables()).isEqualTo(List.of());
        assertThat(StoredPerson.pictures(company)).containsExactly(SHARED);
        assertThat(neighbour.tables()).containsAll(ofNeighbour);
        assertThat(neighbour.manager()).isEqualTo(Long.toString(company.owner()));
        assertThat(StoredPerson.told(company, person))
                .anyMatch(event -> event.contains("\"deactivated\""))
                .last()
                .asString()
                .contains("\"erased\"")
                .doesNotContain(person.object().toString());
        company.caller().post("/api/people/" + person.id() + "/erase").then().statusCode(404);
        assertThat(suppressions()).isEqualTo("2");

        company.caller()
                .get("/api/erasures?email=" + person.email().toUpperCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .body("erasures.size()", is(1))
                .body("erasures[0].id", is(erasure));
        company.caller().post("/api/erasures/" + erasure + "/lift").then().statusCode(204);

        assertThat(suppressions()).isEqualTo("0");
        company.caller().post("/api/erasures/" + erasure + "/lift").then().statusCode(404);
        company.caller()
                .get("/api/erasures")
                .then()
                .body("erasures[0].liftedBy", notNullValue())
                .body("erasures[0].liftedAt", notNullValue());
    }

    /** Whoever makes a table about people adds it to {@code provisioning.erase}. */
    @Test
    void everyTableAboutPeopleIsKnownToTheErasure() {
        assertThat(
                        StoredRows.of(
                                """
                                SELECT DISTINCT k.oid::regclass::text
                                FROM information_schema.columns c
                                JOIN pg_class k ON k.oid = format('%I.%I', c.table_schema, c.table_name)::regclass
                                WHERE c.table_schema IN ('learnamp', 'provisioning') AND k.relkind = 'r'
                                  AND c.column_name IN ('user_id', 'object_id', 'subject')
                                  AND pg_get_functiondef('provisioning.erase(bigint, uuid[])'::regprocedure)
                                      NOT LIKE '%DELETE FROM ' || k.oid::regclass || ' %'
                                  AND NOT EXISTS (
                                      SELECT FROM pg_constraint f
                                      WHERE f.conrelid = k.oid AND f.contype = 'f' AND f.confdeltype = 'c'
                                        AND f.confrelid IN ('learnamp.users'::regclass, 'provisioning.history'::regclass))
                                """))
                .isEmpty();
    }

    @Test
    void anAdminErasesFromThePersonsPageOnceHisEmailIsTypedAndLetsHimComeBack() {
        Browser browser = Browser.signedIn(company);
        String page = "/individuals/" + person.id();
        assertThat(browser.page(page).select("a[href=" + page + "/erase]")).isNotEmpty();
        Document confirm = browser.page(page + "/erase");
        assertThat(confirm.text())
                .contains("This can’t be undone", "learning record", "within seven days");

        Document mistyped =
                browser.follow(
                        browser.post(
                                page + "/erase", page + "/erase", Map.of("typed", "somebody")));
        assertThat(mistyped.text()).contains("That is not this person’s email.");

        Document done =
                browser.follow(
                        browser.post(
                                page + "/erase", page + "/erase", Map.of("typed", person.email())));
        assertThat(done.text()).contains("Erased.", "Helen Marsh", "Kept away");
        browser.get(page).then().statusCode(404);
        assertThat(person.tables()).isEmpty();

        String found = "/erasures?email=" + person.email();
        String lift = browser.page(found).select("form[action$=/lift]").attr("action");
        Document lifted = browser.follow(browser.post(found, lift, Map.of()));
        assertThat(lifted.text()).contains("Allowed by Helen Marsh");
        assertThat(browser.page(found).text()).contains("Nobody with this email was erased");
    }

    @Test
    void whoeverWasNeverCreatedIsErasedByHisObjectIdOrHisEmailAndDoesNotCome() {
        try (TopicTap requests =
                TopicTap.on(BackingServices.bootstrapServers(), Topic.SYNC_REQUESTS)) {
            whoeverWasNeverCreatedIsErased(requests);
        }
    }

    private void whoeverWasNeverCreatedIsErased(TopicTap requests) {
        StoredPerson waits = StoredPerson.stranger(company, "ida.waits");
        StoredPerson parked = StoredPerson.stranger(company, "otto.parked");
        StoredPerson neighbour = StoredPerson.stranger(company, "noah.okafor");
        List.of(waits, parked, neighbour).forEach(one -> one.isWaiting(ALONE));
        List<String> before = neighbour.tables();
        assertThat(waits.tables()).hasSizeGreaterThan(8).contains("directory.explanations");

        eraseStranger(waits.object().toString()).statusCode(200);
        eraseStranger(" " + parked.email().toUpperCase(Locale.ROOT)).statusCode(200);

        assertThat(waits.tables()).isEmpty();
        assertThat(parked.tables()).isEmpty();
        assertThat(neighbour.tables())
                .containsExactlyElementsOf(
                        before.stream().filter(table -> !table.startsWith("directory.")).toList());
        assertThat(suppressions()).isEqualTo("4");
        for (StoredPerson erased : List.of(waits, parked)) {
            company.caller()
                    .get("/api/erasures?email=" + erased.email())
                    .then()
                    .body("erasures.size()", is(1));
            requests.until(records ->
                    records.stream()
                            .filter(record -> record.key().endsWith(erased.object().toString()))
                            .map(record -> MessageCodec.read(record.value(), SyncRequest.class))
                            .anyMatch(read ->
                                    read instanceof Parsed.Read<SyncRequest>(ForgetUser _)));
        }
    }

    @Test
    void somebodyInLearnAmpIsErasedAsThePersonWhoHeIsAndNobodysAddressIsBarred() {
        StoredPerson rival = StoredPerson.stranger(company, "rival");
        StoredRows.execute(
                "UPDATE provisioning.ledger SET claimed_email = ? WHERE object_id = ?",
                person.email(),
                rival.object());

        eraseStranger(person.object().toString())
                .statusCode(409)
                .body("error", containsString("/api/people/" + person.id() + "/erase"));
        eraseStranger(person.email()).statusCode(409);
        eraseStranger("Ruth Ainsley").statusCode(400);
        eraseStranger(rival.object().toString()).statusCode(200);

        assertThat(suppressions())
                .as("the account alone, since the address is hers")
                .isEqualTo("1");
        assertThat(person.tables()).isNotEmpty();
    }

    @Test
    void anAdminErasesSomebodyWhoIsNotInLearnAmp() {
        Browser browser = Browser.signedIn(company);
        StoredPerson waits = StoredPerson.stranger(company, "ida.waits");

        Document done = post(browser, waits.email());
        Document refused = post(browser, person.email());

        assertThat(done.text()).contains("Erased. The next sync does not bring this person back.");
        assertThat(waits.tables()).isEmpty();
        assertThat(refused.text()).contains("That is somebody in Learn Amp");
        assertThat(refused.select("a[href$=/individuals/" + person.id() + "]")).hasSize(1);
        assertThat(post(browser, "Ida").text())
                .contains("That is neither an email nor an object ID.");
    }

    private static Document post(Browser browser, String about) {
        return browser.follow(browser.post("/erasures", "/erasures", Map.of("about", about)));
    }

    private ValidatableResponse eraseStranger(String about) {
        return company.caller()
                .contentType("application/json")
                .body(Map.of("about", about))
                .post("/api/erasures")
                .then();
    }

    @Test
    void nobodyErasesHimselfNorTheLastOwner() {
        Browser browser = Browser.signedIn(company);
        String page = "/individuals/" + company.owner() + "/erase";

        Document refused =
                browser.follow(browser.post(page, page, Map.of("typed", company.email())));

        assertThat(refused.text()).contains("You can’t erase yourself");
        company.caller().post("/api/people/" + company.owner() + "/erase").then().statusCode(409);
        Browser stranger = Browser.signedIn(Operations.createCompany());
        stranger.get("/individuals/" + person.id() + "/erase").then().statusCode(404);
    }

    private @Nullable String suppressions() {
        return StoredRows.of(
                        "SELECT count(*) FROM provisioning.suppressions WHERE company_id = ?",
                        company.id())
                .getFirst();
    }
}
