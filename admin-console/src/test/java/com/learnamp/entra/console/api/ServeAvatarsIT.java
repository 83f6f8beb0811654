package com.learnamp.entra.console.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.learnamp.entra.backing.BackingServices;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class ServeAvatarsIT {

    private static final byte[] BYTES = {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3};
    private static final String HASH = HexFormat.of().formatHex(OpaqueToken.hash("a picture"));

    @Inject LinkKeys keys;
    @Inject ApiAddress address;

    private final StoredCompany company = StoredCompany.create();
    private long person;

    @BeforeEach
    void somebodyWithAPicture() {
        StoredCompany.execute(
                "INSERT INTO learnamp.avatars (company_id, hash, content_type, width, height, bytes)"
                        + " VALUES (?, ?, 'image/png', 1, 1, ?)",
                company.id().value(),
                HASH,
                BYTES);
        person = company.person("ann@x.example", Map.of("avatar_hash", HASH));
    }

    @Test
    void thePictureIsAtTheAddressThatThePersonNames() {
        String avatar =
                company.caller().get("/v1/users/{id}", person).jsonPath().getString("avatar");

        assertThat(avatar).startsWith("http://localhost:8080/v1/avatars/" + HASH + "?");
        byte[] bytes =
                company.caller()
                        .get("/v1/avatars/{hash}", HASH)
                        .then()
                        .statusCode(200)
                        .contentType("image/png")
                        .header("ETag", equalTo("\"" + HASH + "\""))
                        .header("Cache-Control", equalTo("private, max-age=31536000, immutable"))
                        .header("X-Content-Type-Options", equalTo("nosniff"))
                        .extract()
                        .asByteArray();
        assertThat(bytes).isEqualTo(BYTES);
    }

    @Test
    void theLinkOpensItWithoutATokenAndIsTheSameAllDay() {
        String link = link();

        assertThat(
                        given().urlEncodingEnabled(false)
                                .get(path(link))
                                .then()
                                .statusCode(200)
                                .header("ETag", equalTo("\"" + HASH + "\""))
                                .header(
                                        "Cache-Control",
                                        equalTo("private, max-age=31536000, immutable"))
                                .header("X-Content-Type-Options", equalTo("nosniff"))
                                .extract()
                                .asByteArray())
                .isEqualTo(BYTES);
        assertThat(link()).isEqualTo(link);
    }

    @Test
    void aLinkOpensNothingElse() {
        String link = path(link());
        String stranger = StoredCompany.create().id().toString();

        for (String other :
                List.of(
                        link.replace(HASH, "b".repeat(64)),
                        link.replaceFirst("company=\\d+", "company=" + stranger),
                        link.replaceFirst("expires=\\d", "expires=9"),
                        link.replaceFirst("expires=\\d+", "expires=1"),
                        link.replaceFirst("key=\\d+", "key=99999"),
                        link.replaceFirst("key=\\d+", "key=x"),
                        link.replaceFirst("signature=.*", "signature="))) {
            given().urlEncodingEnabled(false)
                    .get(other)
                    .then()
                    .statusCode(403)
                    .contentType("application/json");
        }
    }

    @Test
    void aLinkHasExpiredTheDayAfterTheNext() {
        LinkKey key = keys.newest();
        Clock tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
        long today = Clock.systemUTC().instant().getEpochSecond() / 86_400;
        AvatarLinks.Signed link =
                new AvatarLinks.Signed(
                        company.id().value(),
                        (today + 2) * 86_400,
                        key.id(),
                        key.sign(company.id().value(), HASH, (today + 2) * 86_400));

        assertThat(new AvatarLinks(keys, address, tomorrow).opened(HASH, link))
                .contains(company.id());
        assertThat(new AvatarLinks(keys, address, later).opened(HASH, link)).isEmpty();
    }

    private String link() {
        return company.caller().get("/v1/users/{id}", person).jsonPath().getString("avatar");
    }

    private static String path(String link) {
        return link.substring("http://localhost:8080".length());
    }

    @Test
    void whoeverHasItGetsItNotAgain() {
        company.caller()
                .header("If-None-Match", "\"" + HASH + "\"")
                .get("/v1/avatars/{hash}", HASH)
                .then()
                .statusCode(304);
    }

    @Test
    void anotherCompanyDoesNotSeeIt() {
        StoredCompany.create()
                .caller()
                .get("/v1/avatars/{hash}", HASH)
                .then()
                .statusCode(404)
                .body("error", equalTo("Not found"));
    }

    @Test
    void anythingElseIsNotThere() {
        company.caller().get("/v1/avatars/{hash}", "x").then().statusCode(404);
        given().get("/v1/avatars/{hash}", HASH).then().statusCode(401);
    }
}
