package com.learnamp.entra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.simulator.contract.GraphConversation;
import com.learnamp.entra.simulator.contract.Reply;
import com.learnamp.entra.simulator.contract.Target;
import com.learnamp.entra.simulator.directory.DirectoryObject;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.faults.Faults;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page changes what it says it changes, and is safe with any name. */
class PageTest {

    private static final Pattern ELSEWHERE =
            Pattern.compile("(?:src|href|action)=\"(?:https?:)?//");

    private GraphSimulator simulator;
    private GraphConversation browser;
    private Entry person;

    @BeforeEach
    void start() {
        simulator = GraphSimulator.start(SimulatorOptions.forTests().withPeople(60));
        browser = new GraphConversation(Target.of(simulator));
        person =
                simulator
                        .directory()
                        .now()
                        .list(entry -> entry.isLive() && entry.kind() == ObjectKind.USER, 30, 1)
                        .getFirst();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?state=DELETED",
                "page/people/new",
                "page/groups",
                "page/history",
                "page/requests",
                "page/faults"
            })
    void everyPageStandsOnItsOwn(String path) {
        Reply page = browser.get(simulator.pageUrl() + path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(ELSEWHERE.matcher(page.body()).find()).isFalse();
        assertThat(page.body()).contains("width=device-width");
    }

    @Test
    void peopleAreFoundByAPartOfTheirName() {
        String name = person.object().displayName();
        String page =
                browser.get(
                                simulator.pageUrl()
                                        + "?search="
                                        + GraphConversation.encoded(person.id()))
                        .body();
        assertThat(page).contains(person.id());
        assertThat(browser.get(simulator.pageUrl() + "?search=zzzzzzzz").body())
                .contains("Nobody found")
                .doesNotContain(name + "</b>");
    }

    @Test
    void namesAreTextWhateverIsInThem() {
        simulator
                .directory()
                .update(person.id(), Map.of("displayName", "<script>alert('\"&')</script>"));
        for (String path : new String[] {"?search=script", "page/people/" + person.id()}) {
            assertThat(browser.get(simulator.pageUrl() + path).body())
                    .doesNotContain("<script>")
                    .contains("&lt;script&gt;");
        }
    }

    @Test
    void detailsAreSavedAndEmptiedOnesCleared() {
        post("page/people/" + person.id(), Map.of("jobTitle", "Astronaut", "department", ""));
        DirectoryObject saved = now();
        assertThat(saved.text("jobTitle")).contains("Astronaut");
        assertThat(saved.text("department")).isEmpty();
        assertThat(saved.flag("accountEnabled")).as("the box was not ticked").isFalse();
    }

    @Test
    void peopleAreCreatedIntoAGroupMovedAndDeleted() {
        Reply created =
                post("page/people", Map.of("givenName", "Ada", "group", simulator.groupId()));
        String path = created.header("Location").replaceFirst("\\?.*", "").substring(1);
        assertThat(browser.get(simulator.pageUrl() + path).body()).contains("All learners");
        post(path + "/leave/" + simulator.groupId(), Map.of());
        assertThat(browser.get(simulator.pageUrl() + path).body()).contains("In no group");
        post(path + "/join", Map.of("group", simulator.groupId()));
        post(path + "/manager", Map.of("manager", person.id()));
        assertThat(browser.get(simulator.pageUrl() + path).body()).contains(person.id());
        post(path + "/delete", Map.of());
        assertThat(browser.get(simulator.pageUrl() + path).body()).contains("Restore");
        post(path + "/restore", Map.of());
        assertThat(browser.get(simulator.pageUrl() + path).body()).contains("All learners");
    }

    @Test
    void churnHappensAndIsShown() {
        Reply done = post("page/churn", Map.of("count", "7", "seed", "3"));
        assertThat(done.header("Location")).startsWith("/page/history");
        assertThat(simulator.directory().now().sequence()).isEqualTo(7);
    }

    @Test
    void faultsAreSavedFromTheForm() {
        post(
                "page/faults",
                Map.of("throttleRate", "0.25", "replicaLagMillis", "0, 500", "endpoint", "slow"));
        Faults faults = simulator.tenant().faults();
        assertThat(faults.throttleRate()).isEqualTo(0.25);
        assertThat(faults.replicaLagMillis()).containsExactly(0L, 500L);
        assertThat(faults.endpoint()).isEqualTo("slow");
        post("page/faults/none", Map.of());
        assertThat(simulator.tenant().faults()).isEqualTo(Faults.NONE);
    }

    @Test
    void nonsenseIsAnsweredWithAPageToo() {
        Reply wrong = post("page/people/" + person.id() + "/manager", Map.of("manager", "nobody"));
        assertThat(wrong.status()).isEqualTo(404);
        assertThat(wrong.body()).contains("Nobody is called nobody");
        assertThat(post("page/churn", Map.of("count", "many")).status()).isEqualTo(400);
    }

    private DirectoryObject now() {
        return simulator.directory().now().live(person.id()).orElseThrow().object();
    }

    private Reply post(String path, Map<String, String> form) {
        return browser.form(simulator.pageUrl() + path, form);
    }
}
