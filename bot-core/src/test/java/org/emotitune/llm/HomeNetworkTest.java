package org.emotitune.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeNetworkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:11434",
                "127.0.0.1:8080",
                "[::1]:8080",
                "10.1.2.3",
                "192.168.1.7",
                "172.20.0.2",
                "[fd12::1]",
                "[fe80::1]",
                "ollama:11434",
                "GPU.local",
                "host.docker.internal:1234",
                "gpu.lan"
            })
    void thisMachineAndItsNetworkAreNear(String host) {
        assertThat(HomeNetwork.holds(URI.create("http://" + host + "/v1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.openai.com",
                "8.8.8.8",
                "172.32.0.1",
                "[2001:db8::1]",
                "localhost.example.org",
                "192.168.1.7.example.org",
                "local.org"
            })
    void allElseIsFar(String host) {
        assertThat(HomeNetwork.holds(URI.create("http://" + host + "/v1"))).isFalse();
    }
}
