package com.learnamp.entra.console.api;

import com.learnamp.entra.console.NewCompany;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A method and the address that it answers, about somebody or something of one company. */
record Endpoint(String method, String path, boolean page) {

    private static final Pattern PARAMETER =
            Pattern.compile("\\{(\\w+)(?::([^{}]*(?:\\{[^}]*\\}[^{}]*)*))?\\}");
    private static final String NOBODY = UUID.randomUUID().toString();

    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes");

    /** Of every resource class of this module; of operations' twin addresses too. */
    static List<Endpoint> all(NewCompany company) throws Exception {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Class<?> resource : resources()) {
            String base = resource.getAnnotation(Path.class).value();
            for (Method method : resource.getDeclaredMethods()) {
                @Nullable String verb = verb(method);
                if (verb != null) {
                    @Nullable Path sub = method.getAnnotation(Path.class);
                    String path = join(base, sub == null ? "" : sub.value());
                    endpoints.add(of(verb, fill(path, company)));
                    if (path.startsWith("/api/") && !path.startsWith("/api/companies")) {
                        endpoints.add(
                                of(
                                        verb,
                                        "/api/companies/"
                                                + company.id()
                                                + fill(path, company).substring(4)));
                    }
                }
            }
        }
        return endpoints;
    }

    /** As operations reach it. */
    Endpoint within(String home) {
        return new Endpoint(method, home + path, page);
    }

    Response call(RequestSpecification request) {
        return call(request, "");
    }

    /**
     * @param csrf what a form of this session carries
     */
    Response call(RequestSpecification request, String csrf) {
        if (method.equals("GET") || method.equals("HEAD") || method.equals("DELETE")) {
            return request.request(method, path);
        }
        return page
                ? request.contentType(ContentType.URLENC)
                        .formParam("csrf", csrf)
                        .request(method, path)
                : request.contentType(ContentType.JSON).body("{}").request(method, path);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static Endpoint of(String verb, String path) {
        boolean page =
                !path.startsWith("/api") && !path.startsWith("/v1") && !path.startsWith("/oauth");
        return new Endpoint(verb, path, page);
    }

    /** Numbers are the Owner's, and everything else is something that nobody has. */
    private static String fill(String path, NewCompany company) {
        return PARAMETER.matcher(path).replaceAll(parameter -> value(path, parameter, company));
    }

    private static String value(String path, MatchResult parameter, NewCompany company) {
        String form = Objects.requireNonNullElse(parameter.group(2), "");
        boolean person =
                form.contains("[0-9]")
                        || parameter.group(1).equals("user")
                        || path.startsWith("/v1/users/{id}");
        if (person) {
            return Long.toString(company.owner());
        }
        return form.contains("|") ? form.substring(0, form.indexOf('|')).strip() : NOBODY;
    }

    private static String join(String base, String sub) {
        String whole =
                base
                        + (sub.isEmpty() || sub.startsWith("/") || base.endsWith("/") ? "" : "/")
                        + sub;
        return whole.startsWith("/") ? whole : "/" + whole;
    }

    private static @Nullable String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            @Nullable HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value();
            }
        }
        return null;
    }

    private static List<Class<?>> resources() throws IOException, ClassNotFoundException {
        List<Class<?>> resources = new ArrayList<>();
        try (Stream<java.nio.file.Path> files = Files.walk(CLASSES)) {
            for (java.nio.file.Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name =
                        CLASSES.relativize(file).toString().replace('/', '.').replace(".class", "");
                Class<?> type =
                        Class.forName(name, false, Thread.currentThread().getContextClassLoader());
                if (type.isAnnotationPresent(Path.class)) {
                    resources.add(type);
                }
            }
        }
        return resources;
    }
}
