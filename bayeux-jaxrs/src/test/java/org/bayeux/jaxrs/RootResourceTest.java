package org.bayeux.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RootResourceTest {

    @Test
    void classThatScannersSeeHasNoPath() {
        assertThat(LongPollingResource.class.isAnnotationPresent(Path.class)).isFalse();
        assertThat(LongPollingResource.class.getMethods()).noneMatch(it -> it.isAnnotationPresent(Path.class));
    }

    @Test
    void classWithThePathIsInNoFile() {
        Class<?> type = RootResource.type();

        assertThat(type.getAnnotation(Path.class).value()).isEqualTo("{suffix: .*}");
        assertThat(type.isAnnotationPresent(Singleton.class)).isTrue();
        assertThat(type.getResource(type.getSimpleName() + ".class")).isNull();
    }

    @Test
    void itReceivesByPost() {
        assertThat(Arrays.stream(RootResource.type().getMethods()).filter(it -> it.isAnnotationPresent(POST.class)))
                .hasSize(1);
    }

    @Test
    void itCanBeMade() throws ReflectiveOperationException {
        assertThat(RootResource.type().getConstructor().newInstance()).isInstanceOf(LongPollingResource.class);
    }

    @Test
    void theApplicationListsItAndNothingWithAnotherPath() {
        assertThat(new LongPollingApplication().getClasses())
                .containsExactlyInAnyOrder(RootResource.type(), RefusalMapper.class);
    }
}
