package rugged.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import rugged.web.shape.AboutServer;
import rugged.web.shape.CataloguePage;
import rugged.web.shape.CompareReply;
import rugged.web.shape.KernelReply;
import rugged.web.shape.MachinePatch;
import rugged.web.shape.MachineReply;
import rugged.web.shape.PlanReply;
import rugged.web.shape.PlanRequest;
import rugged.web.shape.StudyDetail;
import rugged.web.shape.TicketReply;
import rugged.web.shape.TicketRequest;
import rugged.web.shape.ValidationReply;
import rugged.web.shape.map.CapacityReply;
import rugged.web.shape.map.MapReply;
import rugged.web.shape.map.MinimumReply;
import rugged.web.shape.map.OccupationReply;
import rugged.web.shape.map.PathReply;
import rugged.web.shape.run.Event;
import rugged.web.shape.run.FigureReply;
import rugged.web.shape.run.HistogramReply;
import rugged.web.shape.run.LogPage;
import rugged.web.shape.run.MomentsReply;
import rugged.web.shape.run.PointPage;
import rugged.web.shape.run.RunDetail;
import rugged.web.shape.run.RunPage;
import rugged.web.shape.run.RunPatch;
import rugged.web.shape.run.SeriesReply;
import rugged.web.shape.run.TrashPage;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The schema beside the page is that of the records; {@code -Drugged.reference=write} writes it. */
final class ApiSchemaTest {
    private static final List<Class<?>> SHAPES = List.of(
            AboutServer.class,
            CataloguePage.class,
            StudyDetail.class,
            PlanRequest.class,
            PlanReply.class,
            RunPage.class,
            RunDetail.class,
            RunPatch.class,
            PointPage.class,
            LogPage.class,
            SeriesReply.class,
            MomentsReply.class,
            HistogramReply.class,
            MapReply.class,
            PathReply.class,
            MinimumReply.class,
            CapacityReply.class,
            OccupationReply.class,
            FigureReply.class,
            CompareReply.class,
            ValidationReply.class,
            MachineReply.class,
            MachinePatch.class,
            KernelReply.class,
            TrashPage.class,
            TicketRequest.class,
            TicketReply.class,
            Event.class);

    private static final Path FILE = Path.of("src/main/page/src/api/api.schema.json");

    @Test
    void theSchemaBesideThePageIsThatOfTheRecords() throws IOException {
        String text = JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(ShapeSchema.of(SHAPES))
                + "\n";
        if ("write".equals(System.getProperty("rugged.reference"))) Files.writeString(FILE, text);
        assertThat(Files.readString(FILE)).isEqualTo(text);
    }
}
