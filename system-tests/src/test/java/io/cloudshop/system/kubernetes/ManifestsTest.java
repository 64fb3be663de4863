package io.cloudshop.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every overlay, alone and with each optional component, passes every check. */
class ManifestsTest {

    static Stream<Arguments> everywhere() {
        return Variation.all().flatMap(variation -> checks().map(check -> Arguments.of(variation, check)));
    }

    private static Stream<Check> checks() {
        return Stream.of(
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
                new ConnectionsFit());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everywhere")
    void nothing_is_wrong(Variation variation, Check check) {
        Manifests manifests = ManifestTree.manifests(variation);

        assertThat(check.problems(manifests)).isEmpty();
    }
}
