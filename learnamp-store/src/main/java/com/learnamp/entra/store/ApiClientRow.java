package com.learnamp.entra.store;

import com.learnamp.entra.contracts.CompanyId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code learnamp.api_clients}. */
@Entity
@NullUnmarked
@Table(schema = "learnamp", name = "api_clients")
class ApiClientRow extends PanacheEntityBase {

    @Id
    @Column(name = "client_id")
    String clientId;

    @Column(name = "company_id")
    Long companyId;

    String name;

    @Column(name = "secret_hash")
    String secretHash;

    List<String> scopes;

    ApiClient client() {
        return new ApiClient(
                clientId,
                companyId == null ? null : new CompanyId(companyId),
                name,
                secretHash,
                Set.copyOf(scopes));
    }

    void take(ApiClient client) {
        clientId = client.clientId();
        companyId = client.company().map(CompanyId::value).orElse(null);
        name = client.name();
        secretHash = client.secretHash();
        scopes = client.scopes().stream().sorted().toList();
    }
}
