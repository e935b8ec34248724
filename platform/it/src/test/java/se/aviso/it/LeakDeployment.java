package se.aviso.it;

import java.io.File;
import java.nio.file.Path;
import java.sql.SQLException;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.kernel.TenantId;

/** The product's tenancy as a WAR of its own, on a pool of four; made outside the server, where the database starts. */
final class LeakDeployment {
    private LeakDeployment() {}

    static WebArchive of(TenantId ours, TenantId theirs) {
        var database = TestDatabase.start();
        try {
            database.addTenant(ours.value(), "ours");
            database.addTenant(theirs.value(), "theirs");
        } catch (SQLException failure) {
            throw new IllegalStateException("no tenants to test with", failure);
        }
        return archive(database);
    }

    private static WebArchive archive(TestDatabase database) {
        return ShrinkWrap.create(WebArchive.class, "leak.war")
                .addPackage(Tenancy.class.getPackage())
                .addPackage(TenantId.class.getPackage())
                .addClasses(LeakProbe.class, TokenRow.class)
                .addAsResource("META-INF/persistence.xml")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsLibraries(new File(System.getProperty("postgresql.jar")), jarOf(Assertions.class))
                .setWebXML(new StringAsset(webXml(database)));
    }

    private static File jarOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toFile();
    }

    private static String webXml(TestDatabase database) {
        return """
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                    <data-source>
                        <name>java:app/jdbc/aviso</name>
                        <class-name>org.postgresql.ds.PGSimpleDataSource</class-name>
                        <url>%s</url>
                        <user>%s</user>
                        <password>%s</password>
                        <transactional>true</transactional>
                        <initial-pool-size>1</initial-pool-size>
                        <max-pool-size>4</max-pool-size>
                        <min-pool-size>1</min-pool-size>
                    </data-source>
                </web-app>
                """.formatted(database.url(), TestDatabase.APP, database.password());
    }
}
