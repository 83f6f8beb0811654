package com.learnamp.entra.store;

import com.learnamp.entra.contracts.TimeZoneNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** In whose days the transaction's company counts. */
@ApplicationScoped
public class CompanyTimeZone {

    private final EntityManager entities;

    CompanyTimeZone(EntityManager entities) {
        this.entities = entities;
    }

    /** UTC where the company's name of its zone means nothing to us. */
    public ZoneId current() {
        List<?> names =
                entities.createNativeQuery("SELECT time_zone FROM learnamp.companies", String.class)
                        .getResultList();
        return names.stream()
                .map(String.class::cast)
                .findFirst()
                .flatMap(TimeZoneNames::zone)
                .orElse(ZoneOffset.UTC);
    }
}
