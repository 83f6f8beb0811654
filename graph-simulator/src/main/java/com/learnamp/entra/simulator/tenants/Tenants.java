package com.learnamp.entra.simulator.tenants;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** All tenants; the first is the one that is meant when none is named. */
public final class Tenants {

    private final Map<String, Tenant> tenants = Collections.synchronizedMap(new LinkedHashMap<>());

    public void add(Tenant tenant) {
        if (tenants.putIfAbsent(tenant.id(), tenant) != null) {
            throw new IllegalArgumentException("there is a tenant " + tenant.id());
        }
    }

    public Tenant first() {
        return all().stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no tenant"));
    }

    /** By id, or by domain as Entra allows. */
    public Optional<Tenant> find(String name) {
        String sought = name.toLowerCase(Locale.ROOT);
        Tenant byId = tenants.get(sought);
        return byId != null
                ? Optional.of(byId)
                : all().stream()
                        .filter(tenant -> tenant.settings().domain().equals(sought))
                        .findFirst();
    }

    public Collection<Tenant> all() {
        synchronized (tenants) {
            return List.copyOf(tenants.values());
        }
    }
}
