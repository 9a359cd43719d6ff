using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using PIC = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Tamiz.Documents.Docx;

/// <summary>Puts a PNG into the line of the text.</summary>
internal static class DocxPicture
{
    private const long EmuPerPoint = 12700;

    /// <summary>A run with the picture.</summary>
    /// <param name="main">Receives the picture's bytes.</param>
    /// <param name="png">The picture.</param>
    /// <param name="number">Number among the document's pictures, from 1.</param>
    /// <param name="alternative">What somebody who does not see it reads.</param>
    /// <param name="size">Its size in points.</param>
    public static W.Run Of(MainDocumentPart main, byte[] png, uint number, string alternative, (double Width, double Height) size)
    {
        var id = $"rImage{number}";
        using (var stream = new MemoryStream(png))
        {
            main.AddImagePart(ImagePartType.Png, id).FeedData(stream);
        }

        var (cx, cy) = ((long)(size.Width * EmuPerPoint), (long)(size.Height * EmuPerPoint));
        var name = $"picture{number}.png";
        return new W.Run(new W.Drawing(new DW.Inline(
            new DW.Extent { Cx = cx, Cy = cy },
            new DW.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new DW.DocProperties { Id = number, Name = name, Description = alternative },
            new DW.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(new PIC.Picture(
                new PIC.NonVisualPictureProperties(
                    new PIC.NonVisualDrawingProperties { Id = number, Name = name, Description = alternative },
                    new PIC.NonVisualPictureDrawingProperties()),
                new PIC.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
                new PIC.ShapeProperties(
                    new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = cx, Cy = cy }),
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 }));
    }
}
