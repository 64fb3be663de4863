package io.cloudshop.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Timer;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How a service is built inside. A service's test extends it in the service's root package, below which are features. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArchitectureContract {

    private static final String ENTITY = "jakarta.persistence.Entity";

    private static final Pattern A_PLAN_FOR_EACH_CALL =
            Pattern.compile("createNativeQuery\\((?:[^;()\"]|\"\"\"[\\s\\S]*?\"\"\"|\"[^\"\\n]*\")*,\\s*"
                    + "(UUID|String|Long|Integer|Boolean|Object|Instant|BigDecimal)\\.class\\)(?!\\s*\\.addScalar)");

    private JavaClasses service;

    @BeforeAll
    void readTheClasses() {
        service = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root());
    }

    @Test
    void features_import_one_way() {
        slices().matching(root() + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(service);
    }

    @Test
    void entities_leave_their_feature_nowhere() {
        classes()
                .that()
                .areAnnotatedWith(ENTITY)
                .and(isNotShared())
                .should(beUsedInTheirPackageAlone())
                .allowEmptyShould(true)
                .check(service);
    }

    @Test
    void no_resource_shows_an_entity() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith("jakarta.ws.rs.Path")
                .and()
                .arePublic()
                .should(showNoEntity())
                .allowEmptyShould(true)
                .check(service);
    }

    @Test
    void logs_go_one_way() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.util.logging.."))
                .check(service);
    }

    @Test
    void only_the_gateway_is_reactive() {
        noClasses()
                .that(isNotReactive())
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.smallrye.mutiny..", "io.vertx.."))
                .allowEmptyShould(true)
                .check(service);
    }

    /** ADR 16, as the next three. */
    @Test
    void transactions_are_annotations() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.quarkus.narayana.jta.QuarkusTransaction")
                .check(service);
    }

    @Test
    void tables_are_asked_through_the_entity_manager() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.sql..", "javax.sql..").and(areNoFailures()))
                .check(service);
    }

    @Test
    void what_comes_again_is_scheduled_by_annotations() {
        noClasses()
                .should()
                .dependOnClassesThat(belongToAnyOf(ScheduledExecutorService.class, Timer.class))
                .check(service);
    }

    @Test
    void json_goes_one_way() {
        noClasses()
                .that(isNotReactive())
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.json..", "com.google.gson..", "org.json.."))
                .allowEmptyShould(true)
                .check(service);
    }

    /** Where the database module is used: see its ScalarQuery. */
    @Test
    void native_queries_of_one_column_go_one_way() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(Files::isRegularFile))
                    .noneMatch(
                            source -> A_PLAN_FOR_EACH_CALL.matcher(read(source)).find());
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Classes that may use reactive types; none unless the service says why. */
    protected boolean mayBeReactive(JavaClass type) {
        return false;
    }

    /** Entities that other features may use; none unless the service says why. */
    protected boolean isShared(JavaClass entity) {
        return false;
    }

    private String root() {
        return getClass().getPackageName();
    }

    private DescribedPredicate<JavaClass> isNotReactive() {
        return DescribedPredicate.describe("block", type -> !mayBeReactive(type));
    }

    private DescribedPredicate<JavaClass> isNotShared() {
        return DescribedPredicate.describe("are not shared", entity -> !isShared(entity));
    }

    /** What the driver throws may be looked at: it says whether a transaction can be repeated. */
    private static DescribedPredicate<JavaClass> areNoFailures() {
        return DescribedPredicate.describe("are no failures", type -> !type.isAssignableTo(Throwable.class));
    }

    private static ArchCondition<JavaClass> beUsedInTheirPackageAlone() {
        return new ArchCondition<>("be used in their package alone") {
            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                entity.getDirectDependenciesToSelf().stream()
                        .filter(use -> !use.getOriginClass().getPackageName().equals(entity.getPackageName()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(entity, use.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaMethod> showNoEntity() {
        return new ArchCondition<>("show no entity") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(method.getParameterTypes().stream(), Stream.of(method.getReturnType()))
                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .filter(type -> type.isAnnotatedWith(ENTITY))
                        .forEach(entity -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " shows " + entity.getName())));
            }
        };
    }
}
