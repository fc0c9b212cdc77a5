package jobs;
import lombok.*;
@Slf4j
@RequiredArgsConstructor(staticName = "of")
@Getter
class Job { private static final Logger log = null; private final String bucket; private int tries; private final String prefix; private final int max = 3;  }
