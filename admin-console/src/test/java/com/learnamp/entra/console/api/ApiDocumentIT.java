package com.learnamp.entra.console.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.learnamp.entra.backing.BackingServices;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the OpenAPI document, which is written by hand, tells of what is there. */
@QuarkusTest
@WithTestResource(
        value = BackingServices.class,
        initArgs = @ResourceArg(name = "database", value = "admin_console"))
class ApiDocumentIT {

    private static final List<Class<?>> RESOURCES =
            List.of(
                    IssueTokens.class,
                    ReadUsers.class,
                    WriteUsers.class,
                    ReadTeams.class,
                    WriteTeams.class,
                    ServeAvatars.class);

    @Test
    void everyRequestIsInTheDocumentAndNoOther() {
        Map<String, Map<String, Object>> paths = document().getMap("paths");

        TreeSet<String> documented = new TreeSet<>();
        paths.forEach((path, methods) ->
                methods.keySet()
                        .forEach(method ->
                                documented.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        assertThat(documented)
                .isEqualTo(
                        new TreeSet<>(
                                RESOURCES.stream().flatMap(ApiDocumentIT::requests).toList()));
    }

    @Test
    void everyParameterOfTheDocumentIsKnown() {
        StoredCompany company = StoredCompany.create();
        for (String path : List.of("/v1/users", "/v1/teams")) {
            List<String> names = document().getList("paths.'" + path + "'.get.parameters.name");
            for (String name : names.stream().filter(name -> name != null).toList()) {
                String answer = company.caller().queryParam(name, "?").get(path).asString();

                assertThat(answer).as(name).doesNotContain("is not a known parameter");
            }
        }
    }

    private static JsonPath document() {
        return given().queryParam("format", "json").get("/q/openapi").jsonPath();
    }

    private static Stream<String> requests(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Stream.of(resource.getDeclaredMethods())
                .flatMap(
                        method -> httpMethod(method).map(name -> name + " " + root + path(method)));
    }

    private static String path(Method method) {
        return Optional.ofNullable(method.getAnnotation(Path.class))
                .map(path -> "/" + path.value())
                .orElse("");
    }

    private static Stream<String> httpMethod(Method method) {
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value);
    }
}
