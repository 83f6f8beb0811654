package com.learnamp.entra.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** In whose days the transaction's company counts. */
@ApplicationScoped
public class CompanyTimeZone {

    private final EntityManager entities;

    CompanyTimeZone(EntityManager entities) {
        this.entities = entities;
    }

    /** UTC where the company's name of its zone means nothing to us. */
    public ZoneId current() {
        return entities.createNativeQuery("SELECT time_zone FROM learnamp.companies", String.class)
                .getResultStream()
                .map(String.class::cast)
                .findFirst()
                .flatMap(TimeZoneNames::zone)
                .orElse(ZoneOffset.UTC);
    }
}
