package com.learnamp.entra.store;

import com.learnamp.entra.contracts.CompanyId;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The programs that may ask for tokens. They are looked up before a company is known. */
@ApplicationScoped
public class ApiClients {

    @Transactional
    public Optional<ApiClient> find(String clientId) {
        return ApiClientRow.<ApiClientRow>findByIdOptional(clientId).map(ApiClientRow::client);
    }

    @Transactional
    public List<ApiClient> ofCompany(CompanyId company) {
        return ApiClientRow.<ApiClientRow>list("companyId", Sort.by("clientId"), company.value())
                .stream()
                .map(ApiClientRow::client)
                .toList();
    }

    /** Adds it, or puts it in the place of the one with its id; tokens that are out stay valid. */
    @Transactional
    public void save(ApiClient client) {
        ApiClientRow row = ApiClientRow.findById(client.clientId());
        if (row == null) {
            row = new ApiClientRow();
            row.take(client);
            row.persist();
        } else {
            row.take(client);
        }
    }

    /**
     * With every token of it.
     *
     * @return whether there was one
     */
    @Transactional
    public boolean remove(String clientId) {
        return ApiClientRow.deleteById(clientId);
    }
}
