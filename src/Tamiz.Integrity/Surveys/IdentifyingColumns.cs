namespace Tamiz.Integrity.Surveys;

/// <summary>Headings that tell who a respondent is, or when or from where somebody answered.</summary>
internal static class IdentifyingColumns
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "name", "names", "surname", "nombre", "nombres", "apellido", "apellidos", "nom", "prenom", "prénom", "nome", "sobrenome", "apelido",
        "email", "e-mail", "mail", "correo", "courriel", "phone", "telephone", "telefono", "teléfono", "téléphone", "telefone", "celular", "movil",
        "ip", "address", "direccion", "dirección", "adresse", "endereco", "endereço", "device", "dispositivo", "browser", "user", "usuario", "username", "login",
        "id", "identity", "identidad", "dni", "rtn", "cpf", "nif", "cedula", "cédula", "passport", "pasaporte", "number", "numero", "número", "numéro", "no", "nr", "num",
        "respondent", "participant", "participante", "encuestado", "token", "code", "codigo", "código", "key", "uuid", "serial", "folio", "badge", "carnet", "matricule", "matricula",
        "date", "time", "timestamp", "fecha", "hora", "heure", "data", "horodateur", "datetime", "submitted", "started", "completed", "created", "marca", "startdate", "enddate",
        "birth", "birthday", "birthdate", "nacimiento", "naissance", "nascimento", "age", "edad", "âge", "idade", "signature", "firma", "latitude", "longitude", "gps", "location", "ubicacion",
        "company", "empresa", "entreprise", "comment", "comments", "comentario", "comentarios", "commentaire", "comentário",
    };

    private static readonly char[] Between = [' ', '_', '-', '.', ':', '/', '(', ')'];

    /// <summary>Whether a heading is such a word.</summary>
    public static bool Contains(string heading) => Words.Contains(heading.Trim().ToLowerInvariant());

    /// <summary>Whether one of a heading's words is such a word.</summary>
    public static bool Hints(string heading) => heading.ToLowerInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries).Any(Words.Contains);
}
