package com.learnamp.entra.console.api;

/** Which requests come from programs: they carry tokens and are answered in JSON. */
public final class ApiPaths {

    private static final String[] ROOTS = {"/v1", "/api", "/oauth"};

    private ApiPaths() {}

    public static boolean contain(String path) {
        for (String root : ROOTS) {
            if (path.equals(root) || path.startsWith(root + "/")) {
                return true;
            }
        }
        return false;
    }

    /** Those whose errors have Learn Amp's documented shape, whatever they are. */
    static boolean documented(String path) {
        return path.equals("/v1") || path.startsWith("/v1/");
    }
}
