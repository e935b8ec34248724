package se.aviso.app.server;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready for requests: the start is done and the database answers. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {
    @Inject
    Startup startup;

    @Resource(lookup = "java:app/jdbc/aviso")
    DataSource database;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("aviso")
                .withData("started", startup.isDone())
                .status(startup.isDone() && databaseAnswers())
                .build();
    }

    private boolean databaseAnswers() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException outage) {
            return false;
        }
    }
}
