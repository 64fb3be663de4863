package io.cloudshop.manifests;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every overlay, alone and with each optional component, passes every check. */
class ManifestsTest {

    static final List<Check> CHECKS = List.of(
            new SelectorsMatch(),
            new PortsExist(),
            new ReferencesResolve(),
            new ImagesArePinned(),
            new QuotaAdmits(),
            new ProbesAreServed(),
            new RightsAreUsed(),
            new RestrictedPods(),
            new RollsWithoutDowntime(),
            new LabelsAreComplete(),
            new ConnectionsFit(),
            new JobsEnd(),
            new CanariesAreJudged(),
            new PoliciesCover());

    @ParameterizedTest
    @MethodSource("io.cloudshop.manifests.Variation#all")
    void nothing_is_wrong(Variation variation) {
        Manifests manifests = ManifestTree.manifests(variation);

        assertSoftly(softly -> CHECKS.forEach(check -> softly.assertThat(check.problems(manifests))
                .as(check.getClass().getSimpleName())
                .isEmpty()));
    }
}
