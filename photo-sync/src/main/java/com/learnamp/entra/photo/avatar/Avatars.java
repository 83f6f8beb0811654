package com.learnamp.entra.photo.avatar;

import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.photo.picture.Picture;
import com.learnamp.entra.photo.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The one door to where pictures are kept: by their content, once for a company however many people
 * share one. Whoever keeps them elsewhere changes this class, and how they are served.
 */
@ApplicationScoped
public class Avatars {

    private static final String KEEP =
            """
            INSERT INTO learnamp.avatars (company_id, hash, content_type, width, height, bytes)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;

    private static final String COMPANIES =
            "SELECT provisioning.companies_with_unused_avatars(now() - make_interval(secs => ?), ?)";

    private static final String DELETE_UNUSED =
            """
            DELETE FROM learnamp.avatars AS avatar
            WHERE avatar.company_id = ? AND avatar.created_at < now() - make_interval(secs => ?)
              AND NOT EXISTS (SELECT FROM learnamp.users AS person
                              WHERE person.company_id = avatar.company_id AND person.avatar_hash = avatar.hash)
              AND NOT EXISTS (SELECT FROM provisioning.photos AS photo
                              WHERE photo.company_id = avatar.company_id AND photo.avatar_hash = avatar.hash)
            """;

    /** In the transaction that shows it to somebody. */
    public void keep(Connection connection, CompanyId company, Picture.Accepted picture)
            throws SQLException {
        Sql.update(
                connection,
                KEEP,
                company.value(),
                picture.hash(),
                picture.contentType(),
                picture.width(),
                picture.height(),
                picture.bytes());
    }

    static List<CompanyId> companiesWithUnused(Connection connection, Duration unusedFor, int most)
            throws SQLException {
        List<CompanyId> companies = new ArrayList<>();
        try (PreparedStatement query =
                        Sql.prepare(connection, COMPANIES, (double) unusedFor.toSeconds(), most);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                companies.add(new CompanyId(rows.getLong(1)));
            }
        }
        return companies;
    }

    static int deleteUnused(Connection connection, CompanyId company, Duration unusedFor)
            throws SQLException {
        return Sql.update(
                connection, DELETE_UNUSED, company.value(), (double) unusedFor.toSeconds());
    }
}
