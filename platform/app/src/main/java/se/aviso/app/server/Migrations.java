package se.aviso.app.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;

/** Brings the tables to what this version needs, as the owner, before anything else uses them. */
@ApplicationScoped
public class Migrations {
    private static final Logger LOG = System.getLogger(Migrations.class.getName());
    private static final String CHANGELOG = "changelog/master.yaml";

    @Inject
    DatabaseConfig config;

    /**
     * Runs what has not run yet.
     *
     * @throws IllegalStateException with the reason, when the tables cannot be brought there
     */
    public void run() {
        var resources = new ClassLoaderResourceAccessor(Migrations.class.getClassLoader());
        try (var liquibase = new Liquibase(CHANGELOG, resources, open(resources))) {
            liquibase.update(new Contexts());
        } catch (LiquibaseException failure) {
            throw new IllegalStateException("the database could not be migrated: " + failure.getMessage(), failure);
        }
        LOG.log(Level.INFO, "database migrated to the changelog of this version");
    }

    private Database open(ResourceAccessor resources) throws DatabaseException {
        return DatabaseFactory.getInstance()
                .openDatabase(config.url(), config.ownerUser(), config.ownerPassword(), null, resources);
    }
}
